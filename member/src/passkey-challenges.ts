import { Buffer } from "node:buffer";

import type { Db } from "@jangteo/shared/database";
import { timeOf, uuidv7 } from "@jangteo/shared/id";
import { answeredChallenges } from "@jangteo/shared/schema/member";

import type { Sealing } from "./sealing.ts";
import { webauthn } from "./webauthn.ts";

/** Milliseconds in which a challenge can be answered. */
const life = 300_000;
/** EdDSA, ES256 and RS256 (RFC 9053, RFC 8812). */
export const algorithms = [-8, -7, -257];

/** What passkeys are bound to: they answer on no other site. */
export type Site = { rpID: string; origin: string };
export const siteOf = (url: string): Site => {
  const { hostname, origin } = new URL(url);
  return { rpID: hostname, origin };
};
/** What challenges are made with. */
export type Ceremony = { sealing: Sealing; site: Site };

/** Computed from the id, which says when it was made; asking for challenges stores nothing. */
const challengeOf = ({ sealing }: Ceremony, id: string, memberId: string) =>
  sealing.digest(id, `passkey challenge ${memberId}`);

/** A login asks for anybody's passkey. */
const anybody = "";

/** The challenge of an id, while it can be answered; with a member, of a registration. */
export const openChallenge = (
  ceremony: Ceremony,
  { id, memberId = anybody }: { id: string; memberId?: string },
  now: Date,
) => {
  const age = now.getTime() - timeOf(id).getTime();
  return age >= 0 && age < life ? challengeOf(ceremony, id, memberId) : undefined;
};

/** True for the first answer to a challenge alone. */
export const answerOnce = async (db: Db, id: string) => {
  const expiresAt = new Date(timeOf(id).getTime() + life);
  const first = await db
    .insert(answeredChallenges)
    .values({ id, expiresAt })
    .onConflictDoNothing()
    .returning({ id: answeredChallenges.id });
  return first.length === 1;
};

/** What the authenticator keeps of the member: bytes that name nobody. */
export const handleOf = (memberId: string) => Buffer.from(memberId.replaceAll("-", ""), "hex");

type Owner = { id: string; email: string; name: string };

export const creationOptions = async (
  ceremony: Ceremony,
  { id: memberId, email, name }: Owner,
  known: { id: string; transports: string[] }[],
  now: Date,
) => {
  const id = uuidv7(now.getTime());
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: "Jangteo",
    rpID: ceremony.site.rpID,
    userID: new Uint8Array(handleOf(memberId)),
    userName: email,
    userDisplayName: name,
    challenge: new Uint8Array(Buffer.from(challengeOf(ceremony, id, memberId), "base64url")),
    timeout: life,
    attestationType: "none",
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
  });
  return { id, options: { ...options }, expiresIn: life / 1000 };
};

export const requestOptions = async (ceremony: Ceremony, now: Date) => {
  const challengeId = uuidv7(now.getTime());
  const challenge = challengeOf(ceremony, challengeId, anybody);
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: ceremony.site.rpID,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    timeout: life,
    userVerification: "required",
    allowCredentials: [],
  });
  return { challengeId, options: { ...options } };
};
