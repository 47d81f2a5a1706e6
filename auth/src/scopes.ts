/** What the shop's own tokens permit; integrators have the scopes of their registration. */
export const scopes = { guest: ["cart"], member: ["cart", "member"] };

/** The names of a request's `scope` (RFC 6749, section 3.3). */
export const namesOf = (scope: string) => scope.split(" ").filter(Boolean);
