"use client";

import { useSyncExternalStore } from "react";

const unchanging = () => () => {};
const isAble = () =>
  typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
const notYetKnown = () => undefined;

/** Whether this browser can use passkeys; undefined until it has said so. */
export const usePasskeys = () =>
  useSyncExternalStore<boolean | undefined>(unchanging, isAble, notYetKnown);

const post = (path: string, body: unknown) =>
  fetch(`/api/sessions/passkey-challenges${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf": "1" },
    body: JSON.stringify(body),
  });

type Challenge = { challenge_id: string; options: PublicKeyCredentialRequestOptionsJSON };

const answerOf = (credential: Credential | null): unknown => {
  if (!(credential instanceof PublicKeyCredential)) throw new Error("No passkey was chosen");
  return credential.toJSON();
};

class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`Refused with ${status}`);
    this.status = status;
  }
}

/** Lets the person choose a passkey, which signs a challenge of the shop. */
export const signWithPasskey = async () => {
  const reply = await post("", {});
  if (!reply.ok) throw new Refused(reply.status);
  const { challenge_id, options }: Challenge = await reply.json();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey });
  return { challenge_id, response: answerOf(credential) };
};

/** Why nothing came of it, as the messages name it. */
export type Trouble = "stopped" | "unknown" | "away";

export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof DOMException) return "stopped";
  return error instanceof Refused && error.status === 401 ? "unknown" : "away";
};

export const logInWithPasskey = async () => {
  const { challenge_id, response } = await signWithPasskey();
  const reply = await post(`/${challenge_id}/completion`, { response });
  if (!reply.ok) throw new Refused(reply.status);
};

/** Makes a passkey for this account and this shop. */
export const makePasskey = async (options: PublicKeyCredentialCreationOptionsJSON) => {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return answerOf(await navigator.credentials.create({ publicKey }));
};
