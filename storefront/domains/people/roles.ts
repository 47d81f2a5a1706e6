/** What somebody of the shop may be. */
export const roles = ["owner", "manager", "support", "fulfilment"] as const;
