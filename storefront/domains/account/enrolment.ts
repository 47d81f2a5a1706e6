import "server-only";
import { encode } from "uqr";

import type { Enrolment } from "./forms";

/** Dark squares as one path: a row is drawn as runs. */
const pathOf = (rows: readonly (readonly boolean[])[]) =>
  rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");

/** What an authenticator app needs, for a camera and for typing; undefined if it is no such URI. */
export const enrolmentOf = (uri: string): Enrolment | undefined => {
  const url = URL.parse(uri);
  const secret = url?.searchParams.get("secret") ?? "";
  if (url?.protocol !== "otpauth:" || !/^[A-Z2-7]{16,128}$/.test(secret)) return undefined;
  const { size, data } = encode(uri, { ecc: "M", border: 4 });
  return { secret, uri, size, path: pathOf(data) };
};
