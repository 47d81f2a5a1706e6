import { afterAll, beforeAll, expect, test } from "bun:test";
import { join } from "node:path";

import { freePort } from "@jangteo/shared/embedded/ports";
import { becomesReady, launch, type Running } from "@jangteo/shared/embedded/process";
import { createTransport } from "nodemailer";

import { temporaryFolder } from "./testing.ts";

const place = temporaryFolder();
const catcher = { port: 0, smtp: 0, running: undefined as Running | undefined };
const get = (path: string, headers = {}) =>
  fetch(`http://127.0.0.1:${catcher.port}${path}`, { headers });

beforeAll(async () => {
  catcher.port = await freePort();
  catcher.smtp = await freePort();
  const running = launch({
    command: process.execPath,
    args: [join(import.meta.dirname, "mail-catcher.ts")],
    env: { PORT: String(catcher.port), SMTP_PORT: String(catcher.smtp) },
    log: join(place.path, "mail.log"),
  });
  catcher.running = running;
  const isUp = () =>
    get("/api/messages").then(
      ({ ok }) => ok,
      () => false,
    );
  expect(await becomesReady(running, isUp, 20_000)).toBe(true);
});
afterAll(async () => {
  await catcher.running?.stop();
  place.remove();
});

test("a mail can be read by its recipient's address, and can neither run nor load anything", async () => {
  const to = `${crypto.randomUUID()}@jangteo.example`;
  await createTransport(`smtp://127.0.0.1:${catcher.smtp}`).sendMail({
    from: "Jangteo <shop@jangteo.example>",
    to: to.toUpperCase(),
    subject: "확인 <b>",
    text: "안녕하세요",
    html: `<a href="http://localhost:3000/">열기</a><script>document.title = "run"</script>`,
  });
  const { messages }: { messages: { id: string; text: string }[] } = JSON.parse(
    await (await get(`/api/messages?to=${to}`)).text(),
  );
  expect(messages).toEqual([
    expect.objectContaining({ subject: "확인 <b>", from: "shop@jangteo.example" }),
  ]);
  expect(messages[0]?.text).toContain("안녕하세요");
  expect(await (await get("/")).text()).toContain("확인 &lt;b&gt;");
  const policy = (await get(`/html?id=${messages[0]?.id}`)).headers.get("content-security-policy");
  expect(policy).toMatch(/^sandbox (?!.*allow-scripts)/);
  expect(policy).toContain("default-src 'none'");
});

test("another site cannot read the mail by pointing its name here", async () => {
  expect((await get("/api/messages", { host: "shop.example" })).status).toBe(421);
});
