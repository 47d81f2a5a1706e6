import { AppError } from "@jangteo/shared/problem";
import { isRedisAway } from "@jangteo/shared/redis";

import type { Proof } from "./client-proof.ts";
import { credentialsOf, type Client } from "./clients.ts";
import type { OAuthError } from "./contract.ts";

const codes = {
  invalid_client: "unauthenticated",
  temporarily_unavailable: "unavailable",
} as const;
const isSpecial = (error: string): error is keyof typeof codes => error in codes;

export const basicChallenge = { "www-authenticate": 'Basic realm="jangteo"' };

/** A refusal in the shape of RFC 6749, section 5.2. */
export const oauthError = (error: OAuthError["error"], description: string, cause?: unknown) =>
  new AppError(isSpecial(error) ? codes[error] : "invalid", description, {
    cause,
    extensions: { error, error_description: description },
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      ...(error === "invalid_client" && basicChallenge),
      ...(error === "temporarily_unavailable" && { "retry-after": "5" }),
    },
  });

/** Given to a route, says a malformed request in OAuth's words. */
export const refuseForm = ({ success }: { success: boolean }) => {
  if (success) return undefined;
  throw oauthError("invalid_request", "A parameter is missing, repeated or malformed");
};

const isAway = (error: unknown) =>
  isRedisAway(error) || (error instanceof AppError && error.code === "unavailable");

type Form = { client_id?: string | undefined; client_secret?: string | undefined };

/** Does the work of a client that proved to be itself; an outage is told as temporary. */
export const asClient = async <T>(
  prove: Proof,
  header: string | undefined,
  form: Form,
  work: (client: Client) => Promise<T>,
) => {
  if (header !== undefined && form.client_secret !== undefined)
    throw oauthError("invalid_request", "Authenticate in one way, not in two");
  try {
    const client = await prove(credentialsOf(header, form));
    if (!client || (form.client_id !== undefined && form.client_id !== client.id))
      throw oauthError("invalid_client", "The client is unknown or its secret is wrong");
    return await work(client);
  } catch (error) {
    if (!isAway(error) || (error instanceof AppError && error.details.extensions)) throw error;
    throw oauthError("temporarily_unavailable", "A dependency does not answer", error);
  }
};
