import type { Trace } from "./trace.ts";

/** The bearer of an access token. `sub` is a member's id, `guest:<uuid>`, or an API client's id. */
export type Identity = {
  sub: string;
  sid: string;
  clientId: string;
  scope: string[];
  roles: string[];
  /** When the person last proved who they are, in seconds since 1970. */
  authTime: number;
  /** "1" by password, "2" with a second factor as well. */
  acr: string;
};

/**
 * What a handler finds in its context; `identity` behind `visitor` only. What goes on after the handler
 * has returned, such as a stream, it leaves in `lasting`.
 */
export type ServiceEnv = {
  Variables: { trace: Trace; identity: Identity; lasting?: Promise<unknown> };
};
