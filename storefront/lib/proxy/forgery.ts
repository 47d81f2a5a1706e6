import { isSameOrigin } from "../origins";
import type { Refusal } from "../problem";

const forbidden = (title: string): Refusal => ({ status: 403, code: "forbidden", title });

const isSafe = (method: string) => method === "GET" || method === "HEAD";

const mediaType = (headers: Headers) =>
  headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();

/** Refuses a write that another site made the browser send, and a read it wants to look into. */
export const refuseForgery = (
  { method, headers }: Pick<Request, "method" | "headers">,
  { publicOrigin, signedIn }: { publicOrigin: string; signedIn: boolean },
): Refusal | undefined => {
  if (isSafe(method)) {
    const foreign = headers.get("sec-fetch-site") === "cross-site";
    const embedded = foreign && headers.get("sec-fetch-mode") !== "navigate";
    return signedIn && embedded ? forbidden("Another site asked") : undefined;
  }
  if (!isSameOrigin(headers, publicOrigin)) return forbidden("The request came from elsewhere");
  if (headers.get("x-csrf") !== "1") return forbidden("The X-CSRF header is missing");
  const carries = method !== "DELETE" || headers.has("content-type");
  if (carries && mediaType(headers) !== "application/json")
    return {
      status: 415,
      code: "unsupported_media_type",
      title: "The body must be application/json",
    };
  return undefined;
};
