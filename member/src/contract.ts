/** What the documentation calls this service. */
export const about = {
  name: "member",
  description:
    "People: their accounts and addresses, how they prove who they are, and what happened.",
};

export * from "./contract/account.ts";
export * from "./contract/addresses.ts";
export * from "./contract/api-clients.ts";
export * from "./contract/internal.ts";
export * from "./contract/passkeys.ts";
export * from "./contract/personal-data.ts";
export * from "./contract/second-factor.ts";
export * from "./contract/staff.ts";
export * from "./contract/wishlists.ts";
