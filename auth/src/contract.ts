/** What the documentation calls this service. */
export const about = {
  name: "auth",
  description: "Sessions, tokens, and the keys that every service trusts.",
};

export * from "./contract/oauth.ts";
export * from "./contract/passkeys.ts";
export * from "./contract/sessions.ts";
export { TokenSet } from "./contract/wire.ts";
