/** What the shop's own tokens permit; integrators have the scopes of their registration. */
export const scopes = { guest: ["cart"], member: ["cart", "member"] };

const support = [
  "staff",
  "members:read",
  "orders:write",
  "refunds:write",
  "reviews:write",
  "audit:read",
];
const manager = [...support, "catalogue:write", "promotions:write", "members:write"];
const owner = [...manager, "clients:write"];
const byRole = new Map([
  ["owner", owner],
  ["manager", manager],
  ["support", support],
  ["fulfilment", ["staff", "orders:write"]],
]);
export const staffScopes = owner;

type Held = { scope: string[]; roles: string[]; acr: string };

/** What a session permits now: staff have their rights only with a second factor. */
export const rightsOf = ({ scope, roles, acr }: Held) => {
  if (acr !== "2") return { scope, roles: [] };
  const staff = roles.flatMap((role) => byRole.get(role) ?? []);
  return { scope: [...new Set([...scope, ...staff])], roles };
};

/** The names of a request's `scope` (RFC 6749, section 3.3). */
export const namesOf = (scope: string) => scope.split(" ").filter(Boolean);
