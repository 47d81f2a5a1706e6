/** What people come for. */
export const visitNames = ["browse", "search", "sign-up", "login", "cart", "checkout"] as const;
export type VisitName = (typeof visitNames)[number];
