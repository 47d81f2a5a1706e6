import type { Trace } from "./trace.ts";

/** The bearer of an access token. `sub` is a member's id, `guest:<uuid>`, or an API client's id. */
export type Identity = {
  sub: string;
  sid: string;
  clientId: string;
  scope: string[];
  roles: string[];
};

/** What a handler finds in its context; `identity` behind `visitor` only. */
export type ServiceEnv = { Variables: { trace: Trace; identity: Identity } };
