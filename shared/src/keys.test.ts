import { afterAll, expect, test } from "bun:test";

import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from "jose";

import { remoteKeys } from "./auth.ts";

const pair = await generateKeyPair("EdDSA", { extractable: true });
const published = { ...(await exportJWK(pair.publicKey)), kid: "a", alg: "EdDSA", use: "sig" };
const issuer = { answer: () => Response.json({ keys: [published] }), asked: 0 };
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch: () => {
    issuer.asked += 1;
    return issuer.answer();
  },
});
afterAll(() => server.stop(true));

const now = { ahead: 0 };
const keys = remoteKeys(`http://127.0.0.1:${server.port}/`, () => new Date(Date.now() + now.ahead));
const token = await new SignJWT()
  .setProtectedHeader({ alg: "EdDSA", kid: "a" })
  .sign(pair.privateKey);
const verifies = () =>
  jwtVerify(token, keys).then(
    () => true,
    () => false,
  );
const minutes = (count: number) => {
  now.ahead += count * 60_000;
};

/** A look at the keys that is still under way stands for the next, so time goes on until one counts. */
const isForgotten = async (looks = 500): Promise<boolean> => {
  minutes(6);
  if (!(await verifies())) return true;
  await Bun.sleep(10);
  return looks > 0 && isForgotten(looks - 1);
};

test("keys are kept while the issuer is down, and a key it dropped is forgotten within minutes", async () => {
  expect([await verifies(), await verifies(), issuer.asked]).toEqual([true, true, 1]);

  issuer.answer = () => new Response(null, { status: 503 });
  minutes(6);
  expect(await verifies()).toBe(true);
  minutes(6);
  expect(await verifies()).toBe(true);

  issuer.answer = () => Response.json({ keys: [{ ...published, kid: "b" }] });
  expect(await isForgotten()).toBe(true);
}, 15_000);
