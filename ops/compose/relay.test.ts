import { afterAll, expect, test } from "bun:test";
import { createServer } from "node:net";
import { execPath } from "node:process";

import { freePort } from "@jangteo/shared/embedded/ports";

import { root } from "./compose-file.ts";

test("a published port leads to its container, also while others are not there", async () => {
  const [near, far, idle] = [await freePort(), await freePort(), await freePort()];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("data", (data) => socket.write(data.toString().toUpperCase()));
    socket.on("end", () => socket.end("!"));
  });
  afterAll(() => server.close());
  const listening = Promise.withResolvers<void>();
  server.listen(far, "127.0.0.1", listening.resolve);
  await listening.promise;
  const routes = [`${near}=127.0.0.1:${far}`, `${idle}=nowhere.invalid:1`];
  const relay = Bun.spawn([execPath, "ops/compose/relay.ts", ...routes], { cwd: root });
  afterAll(() => relay.kill());
  await relay.stdout.getReader().read();

  const say = async (port: number, text: string) => {
    const heard: string[] = [];
    const closed = Promise.withResolvers<void>();
    const socket = await Bun.connect({
      hostname: "127.0.0.1",
      port,
      socket: {
        data: (_, data) => void heard.push(data.toString()),
        close: () => closed.resolve(),
        error: () => closed.resolve(),
      },
    });
    socket.write(text);
    socket.shutdown();
    await closed.promise;
    return heard.join("");
  };
  expect(await say(idle, "anyone?")).toBe("");
  expect(await say(near, "moon jar")).toBe("MOON JAR!");
});
