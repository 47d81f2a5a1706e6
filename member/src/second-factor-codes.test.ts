import { expect, test } from "bun:test";

import { secondFactors } from "@jangteo/shared/schema/member";

import { codeAt } from "./testing.ts";
import { testSecondFactor } from "./testing/second-factor.ts";

const { db, join, sealing, now, path, draw, confirm, enrolled, verify, statusOf } =
  await testSecondFactor();

test("codes are those of RFC 6238, appendix B", async () => {
  const { id } = await join();
  const sealedSecret = sealing.seal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", id);
  await db
    .insert(secondFactors)
    .values({ memberId: id, sealedSecret, lastStep: 0, enrolledAt: now.at });
  for (const [seconds, code] of [
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ] as const) {
    now.at = new Date(seconds * 1000);
    expect(await verify(id, code)).toBe("200 totp");
  }
  now.at = new Date();
});

test("a code is good once, also when it comes many times at the same moment", async () => {
  const { member, secret } = await enrolled();
  const code = codeAt(secret, now.at);
  const answers = await Promise.all(Array.from({ length: 10 }, () => verify(member.id, code)));
  expect(answers.filter((answer) => answer === "200 totp").length).toBe(1);
  expect(await verify(member.id, code)).toBe("404 No such code");
  const earlier = codeAt(secret, new Date(now.at.getTime() - 30_000));
  expect(await verify(member.id, earlier)).toBe("404 No such code");
});

test("the code that enrolled the app does not log in as well", async () => {
  const member = await join();
  const { secret } = await draw(member);
  const code = codeAt(secret, now.at);
  await confirm(member, code);
  expect(await verify(member.id, code)).toBe("404 No such code");
});

test("a clock may be off by half a minute, and no more", async () => {
  const { member, secret } = await enrolled();
  const at = (seconds: number) => codeAt(secret, new Date(now.at.getTime() + seconds * 1000));
  expect(await verify(member.id, at(-90))).toBe("404 No such code");
  expect(await verify(member.id, at(90))).toBe("404 No such code");
  expect(await verify(member.id, at(-30))).toBe("200 totp");
  expect(await verify(member.id, at(30))).toBe("200 totp");
});

test("a recovery code stands in once, also in parallel, however it is written", async () => {
  const { member, codes } = await enrolled();
  const [first = "", second = ""] = codes;
  const answers = await Promise.all(Array.from({ length: 10 }, () => verify(member.id, first)));
  expect(answers.filter((answer) => answer === "200 recovery_code").length).toBe(1);
  const typed = second.toLowerCase().replace("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  expect(await verify(member.id, typed)).toBe("200 recovery_code");
  expect(await statusOf(member)).toEqual({ enrolled: true, recoveryCodesLeft: 8 });
});

test("new recovery codes replace the earlier ones", async () => {
  const { member, codes } = await enrolled();
  const reply = await member.call("POST", `${path}/recovery-codes`);
  expect([reply.status, reply.headers.get("cache-control")]).toEqual([200, "no-store"]);
  const { recoveryCodes: fresh } = (await reply.json()) as { recoveryCodes: string[] };
  expect(await verify(member.id, codes[0] ?? "")).toBe("404 No such code");
  expect(await verify(member.id, fresh[0] ?? "")).toBe("200 recovery_code");
  expect((await (await join()).call("POST", `${path}/recovery-codes`)).status).toBe(409);
});

test("another member's codes do not help, nor does a code without an app", async () => {
  const [{ codes, secret }, { member }] = [await enrolled(), await enrolled()];
  expect(await verify(member.id, codes[0] ?? "")).toBe("404 No such code");
  const { id } = await join();
  expect(await verify(id, codeAt(secret, now.at))).toBe("404 No such code");
  expect(await verify(crypto.randomUUID(), "123456")).toBe("404 No such code");
});
