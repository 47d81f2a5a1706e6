/** Loaded when the first passkey is used: its parsers cost more of a start than all else together. */
export const webauthn = () => import("@simplewebauthn/server");
