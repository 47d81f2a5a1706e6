import type { Belonging } from "../session/owed";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export type Route = {
  /** Below `/api`, and below `/v1` of the upstream; matches whole segments. */
  prefix: string;
  upstream: "gateway" | "auth";
  methods: readonly Method[];
  /** Whose token goes along: nobody's, the member's, or a guest's when nobody is signed in. */
  as: "anyone" | "member" | "guest";
  /** What a member gets of what they had as a guest before they come to it. */
  takesOver?: Belonging;
  /** Largest body in bytes. */
  limit: number;
  /** Milliseconds for the whole exchange. */
  deadline: number;
};

const usual = { upstream: "gateway", limit: 64 * 1024, deadline: 10_000 } as const;

/** What a browser may reach. Whatever could hand it a token or a secret is not here. */
const routes: readonly Route[] = [
  { ...usual, prefix: "/products", methods: ["GET"], as: "anyone" },
  { ...usual, prefix: "/categories", methods: ["GET"], as: "anyone" },
  { ...usual, prefix: "/collections", methods: ["GET"], as: "anyone" },
  { ...usual, prefix: "/search", methods: ["GET"], as: "anyone" },
  { ...usual, prefix: "/members/me", methods: ["GET", "POST", "PATCH", "DELETE"], as: "member" },
  { ...usual, prefix: "/members/verifications", methods: ["POST"], as: "anyone" },
  { ...usual, prefix: "/members/password-resets/completions", methods: ["POST"], as: "anyone" },
  { ...usual, prefix: "/members/password-resets", methods: ["POST"], as: "guest" },
  { ...usual, prefix: "/members/email-changes/completions", methods: ["POST"], as: "anyone" },
  { ...usual, prefix: "/members", methods: ["POST"], as: "guest" },
  { ...usual, prefix: "/members", methods: ["GET", "PUT"], as: "member" },
  { ...usual, prefix: "/wishlists/current", methods: ["GET"], as: "guest" },
  { ...usual, prefix: "/wishlists/current/items", methods: ["PUT", "DELETE"], as: "guest" },
  { ...usual, prefix: "/catalogue", methods: ["GET"], as: "member" },
  { ...usual, prefix: "/products", methods: ["POST", "PUT", "PATCH"], as: "member" },
  { ...usual, prefix: "/categories", methods: ["POST", "PATCH", "DELETE"], as: "member" },
  { ...usual, prefix: "/collections", methods: ["POST", "PUT", "PATCH", "DELETE"], as: "member" },
  { ...usual, prefix: "/variants", methods: ["GET", "POST", "PATCH"], as: "member" },
  { ...usual, prefix: "/carts/current", methods: ["GET", "PATCH"], as: "guest", takesOver: "cart" },
  {
    ...usual,
    prefix: "/carts/current/lines",
    methods: ["POST", "PATCH", "DELETE"],
    as: "guest",
    takesOver: "cart",
  },
  {
    ...usual,
    prefix: "/carts/current/coupons",
    methods: ["PUT", "DELETE"],
    as: "guest",
    takesOver: "cart",
  },
  {
    ...usual,
    prefix: "/checkouts",
    methods: ["GET", "POST", "PATCH", "DELETE"],
    as: "guest",
    takesOver: "cart",
  },
  { ...usual, prefix: "/orders", methods: ["GET", "POST"], as: "guest" },
  { ...usual, prefix: "/order-lookups", methods: ["POST"], as: "guest" },
  { ...usual, prefix: "/sales/orders", methods: ["GET", "POST"], as: "member" },
  { ...usual, prefix: "/sales/figures", methods: ["GET"], as: "member" },
  { ...usual, prefix: "/sales/reviews", methods: ["GET", "PUT"], as: "member" },
  { ...usual, prefix: "/reviews", methods: ["GET"], as: "anyone" },
  { ...usual, prefix: "/reviews/own", methods: ["GET", "PUT", "DELETE"], as: "member" },
  { ...usual, prefix: "/payment-methods", methods: ["GET"], as: "anyone" },
  { ...usual, prefix: "/payments", methods: ["GET"], as: "guest" },
  { ...usual, prefix: "/payments", methods: ["POST"], as: "member" },
  { ...usual, prefix: "/promotions", methods: ["GET", "POST", "PATCH"], as: "member" },
  { ...usual, prefix: "/audit-events", methods: ["GET"], as: "member" },
  {
    ...usual,
    prefix: "/sessions",
    upstream: "auth",
    methods: ["GET", "POST", "DELETE"],
    as: "member",
  },
];

const covers = (prefix: string, path: string) => path === prefix || path.startsWith(`${prefix}/`);

/** The row with the longest prefix of a path such as `/members/me`, for the method if one has it. */
export const routeOf = (path: string, method: string, table = routes) => {
  const rows = table
    .filter(({ prefix }) => covers(prefix, path))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  const [first] = rows;
  const takes = ({ prefix, methods }: Route) =>
    prefix === first?.prefix && methods.some((taken) => taken === method);
  return rows.find(takes) ?? first;
};
