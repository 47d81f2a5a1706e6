import { createPrivateKey, sign } from "node:crypto";

import { z } from "zod";

import { kidOf, readKeys } from "../keys/file.ts";

type Given = { authUrl: string; clientSecret: string; keys: string; issuer: string };

const Granted = z.object({ access_token: z.string() });
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** People with tokens: guests by auth, as the storefront gets them, and a member. */
export const visitors = ({ authUrl, clientSecret, keys, issuer }: Given) => {
  const authorization = `Basic ${btoa(`storefront:${encodeURIComponent(clientSecret)}`)}`;
  const guest = async (): Promise<string> => {
    const reply = await fetch(`${authUrl}/v1/guest-tokens`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ guestId: crypto.randomUUID() }),
    });
    if (!reply.ok) throw new Error(`auth gave no guest token: ${reply.status}`);
    return Granted.parse(await reply.json()).access_token;
  };
  const guests = async (count: number) => {
    const all: string[] = [];
    while (all.length < count)
      all.push(
        ...(await Promise.all(Array.from({ length: Math.min(50, count - all.length) }, guest))),
      );
    return all;
  };
  /** Signed with auth's own key: nobody has to log in to be measured. */
  const member = (sub: string) => {
    const key = readKeys(keys).find(({ state }) => state === "active");
    if (!key) throw new Error("auth has no key that signs");
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: issuer, aud: "jangteo", sub, sid: crypto.randomUUID(), client_id: "storefront" },
      ...{ scope: "member cart", roles: [], acr: "1", amr: ["pwd"], epoch: 0, auth_time: now },
      ...{ iat: now, nbf: now, exp: now + 900, jti: crypto.randomUUID() },
    };
    const said = `${encoded({ alg: "EdDSA", typ: "at+jwt", kid: kidOf(key) })}.${encoded(claims)}`;
    const secret = createPrivateKey({ key: key.privateKey, format: "jwk" });
    return `${said}.${sign(null, Buffer.from(said), secret).toString("base64url")}`;
  };
  return { guests, member };
};
export type Visitors = ReturnType<typeof visitors>;
