const handlePattern = /^[A-Za-z0-9_-]{43}$/;
const month = 30 * 24 * 3600;

const purposes = {
  /** The handle of the browser session. */
  session: { suffix: "sid", maxAge: month },
  /** Who a visitor without an account is. */
  guest: { suffix: "gid", maxAge: month },
  /** The token of a mail link, on its way from the address bar to the form. */
  verify: { suffix: "verify", maxAge: 600 },
  reset: { suffix: "reset", maxAge: 600 },
} as const;

export type Purpose = keyof typeof purposes;
export type Cookie = { name: string; value: string; options: CookieOptions };
type CookieOptions = {
  httpOnly: true;
  sameSite: "lax";
  path: "/";
  secure: boolean;
  maxAge: number;
};

/** Over TLS the browser itself holds the name to its promises (RFC 6265bis, cookie name prefixes). */
const nameOf = (purpose: Purpose, secure: boolean) =>
  `${secure ? "__Host-Http-" : ""}${purposes[purpose].suffix}`;

/** An empty value takes the cookie away. */
export const cookieFor = (purpose: Purpose, value: string, secure: boolean): Cookie => ({
  name: nameOf(purpose, secure),
  value,
  options: {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: value === "" ? 0 : purposes[purpose].maxAge,
  },
});

/** The value, if the header holds exactly one well-formed cookie of this purpose. */
export const readCookie = (header: string | null, purpose: Purpose, secure: boolean) => {
  const prefix = `${nameOf(purpose, secure)}=`;
  const found = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length));
  const [value] = found;
  return found.length === 1 && value !== undefined && handlePattern.test(value) ? value : undefined;
};

/** `Set-Cookie` (RFC 6265) for answers that are not made by a page. */
export const setCookie = ({ name, value, options }: Cookie) =>
  [
    `${name}=${value}`,
    `Path=${options.path}`,
    `Max-Age=${options.maxAge}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(options.secure ? ["Secure"] : []),
  ].join("; ");
