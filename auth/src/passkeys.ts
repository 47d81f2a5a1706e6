import type { AuthenticationResponse } from "@jangteo/shared/passkeys";
import { AppError } from "@jangteo/shared/problem";

import { accountOf } from "./buckets.ts";
import type { Client } from "./clients.ts";
import { readDevice } from "./device.ts";
import type { Parts } from "./parts.ts";
import { byPasskey } from "./proofs.ts";
import { begin, type From } from "./sign-in.ts";
import { throttled } from "./throttle.ts";

/** What a passkey has to sign. It is nobody's, and computed: asking for it stores nothing. */
export const challengePasskey = async ({ member }: Parts) => {
  const { challengeId, options } = await member.passkeyChallenge();
  return { challenge_id: challengeId, options };
};

/** Exchanges what a passkey signed for a session. No password is asked for, and no code. */
export const completePasskeyChallenge = async (
  parts: Parts,
  client: Client,
  challengeId: string,
  { response, ...from }: From & { response: AuthenticationResponse },
  now: Date,
) => {
  const { redis, secret, member, buckets } = parts;
  const found = await throttled(redis, {
    buckets: buckets.passkey(from.ipAddress),
    now,
    prove: () => member.verifyPasskey({ challengeId, response }),
  });
  if (!found)
    throw new AppError("unauthenticated", "No account here knows the passkey, or it took too long");
  const { email, ...credential } = found;
  const account = accountOf(secret, email);
  const device = readDevice(secret, account, from.deviceToken, now);
  const proven = { ...credential, ...byPasskey, clientId: client.id };
  return begin(parts, proven, { ...from, account, device }, now);
};
