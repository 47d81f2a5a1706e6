const handlePattern = /^[A-Za-z0-9_-]{43}$/;
const day = 24 * 3600;

type Kind = {
  suffix: string;
  /** Seconds. */
  maxAge: number;
  pattern: RegExp;
  sameSite: "lax" | "strict";
};
const handle = { pattern: handlePattern, sameSite: "lax" } as const;

const purposes = {
  /** The handle of the browser session. */
  session: { ...handle, suffix: "sid", maxAge: 30 * day },
  /** Who a visitor without an account is. */
  guest: { ...handle, suffix: "gid", maxAge: 30 * day },
  /** A browser that signed in before: for throttling only. */
  device: { suffix: "dev", maxAge: 180 * day, pattern: /^[\w.~-]{20,400}$/, sameSite: "strict" },
  /** A login between the password and the code. */
  challenge: { suffix: "login", maxAge: 300, pattern: /^[\w-]{16,64}$/, sameSite: "lax" },
  /** The token of a mail link, on its way from the address bar to the form. */
  verify: { ...handle, suffix: "verify", maxAge: 600 },
  reset: { ...handle, suffix: "reset", maxAge: 600 },
  email: { ...handle, suffix: "email", maxAge: 600 },
  /** What an erasure did, sealed, for the page that shows it. */
  receipt: { suffix: "receipt", maxAge: 600, pattern: /^[\w-]{40,1200}$/, sameSite: "lax" },
} as const satisfies Record<string, Kind>;

export type Purpose = keyof typeof purposes;
/** Cookies that carry the token of a mail link. */
export type Link = "verify" | "reset" | "email";
export type Cookie = { name: string; value: string; options: CookieOptions };
type CookieOptions = {
  httpOnly: true;
  sameSite: Kind["sameSite"];
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
    sameSite: purposes[purpose].sameSite,
    path: "/",
    secure,
    maxAge: value === "" ? 0 : purposes[purpose].maxAge,
  },
});

const valuesOf = (header: string | null, purpose: Purpose, secure: boolean) => {
  const prefix = `${nameOf(purpose, secure)}=`;
  return (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length));
};

/** The value, if the header holds exactly one well-formed cookie of this purpose. */
export const readCookie = (header: string | null, purpose: Purpose, secure: boolean) => {
  const found = valuesOf(header, purpose, secure);
  const [value] = found;
  const isGood = value !== undefined && purposes[purpose].pattern.test(value);
  return found.length === 1 && isGood ? value : undefined;
};

/** As `readCookie`, of the cookies as a server action left them: it may have set others than were sent. */
export const readKept = (
  { sent, kept }: { sent: string | null; kept: string },
  purpose: Purpose,
  secure: boolean,
) => (valuesOf(sent, purpose, secure).length > 1 ? undefined : readCookie(kept, purpose, secure));

/** `Set-Cookie` (RFC 6265) for answers that are not made by a page. */
export const setCookie = ({ name, value, options }: Cookie) =>
  [
    `${name}=${value}`,
    `Path=${options.path}`,
    `Max-Age=${options.maxAge}`,
    "HttpOnly",
    options.sameSite === "strict" ? "SameSite=Strict" : "SameSite=Lax",
    ...(options.secure ? ["Secure"] : []),
  ].join("; ");
