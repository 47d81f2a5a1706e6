const own = [
  "default-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
];

const join = (...directives: string[]) => [...own, ...directives].join("; ");

// React's development build evaluates strings to show server stacks; production never does.
const debugging = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";

/** The policy of a shop page: only scripts that carry this request's nonce, and what they load. */
export const pagePolicy = (nonce: string) =>
  join(
    `script-src 'nonce-${nonce}' 'strict-dynamic'${debugging}`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    "worker-src 'self'",
  );

/** The worker that keeps pages fetches from the shop and does nothing else. */
export const workerPolicy = "default-src 'none'; connect-src 'self'";

/** The API reference writes its own styles, and calls the gateway when a reader tries a request. */
export const referencePolicy = (nonce: string, gateways: readonly string[]) =>
  join(
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    ["connect-src 'self'", ...new Set(gateways)].join(" "),
  );

/** Of characters that HTML and scripts write as they are. */
export const newNonce = () =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url");

/** The nonce of a policy. */
export const nonceIn = (policy: string) => /'nonce-([\w-]+)'/.exec(policy)?.[1];
