import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { media } from "@jangteo/shared/schema/product/media";
import { testDatabase } from "@jangteo/shared/testing/database";
import { testProcess } from "@jangteo/shared/testing/process";
import { testServer } from "@jangteo/shared/testing/server";
import { testTokens } from "@jangteo/shared/testing/tokens";
import sharp from "sharp";

import type { Media } from "./contract.ts";
import { testSecret } from "./testing.ts";
import { testObjectStore } from "./testing/object-store.ts";

const { db, url: databaseUrl } = await testDatabase("product");
const tokens = await testTokens();
const keys = testServer(async () => Response.json(await tokens.jwks()));
const folder = mkdtempSync(join(tmpdir(), "jangteo-media-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const objects = await testObjectStore();
const token = await tokens.access({
  sub: crypto.randomUUID(),
  scope: "catalogue:write",
  roles: ["manager"],
});

const start = (env: Record<string, string>) =>
  testProcess(join(import.meta.dirname, "main.ts"), {
    ISSUER: tokens.rules.issuer,
    JWKS_URL: keys.url,
    DATABASE_URL: databaseUrl,
    REDIS_URL: "redis://127.0.0.1:1",
    IDEMPOTENCY_SECRET: testSecret,
    ...env,
  });
const { bucket } = objects;
const inFolder = await start({ MEDIA_DIR: folder });
const inBucket = await start({
  MEDIA_S3_URL: bucket.url,
  MEDIA_S3_BUCKET: bucket.name,
  MEDIA_S3_ACCESS_KEY_ID: bucket.accessKeyId,
  MEDIA_S3_SECRET_ACCESS_KEY: bucket.secretAccessKey,
});

const upload = (service: string, bytes: Uint8Array) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], "photo.jpg"));
  return fetch(`${service}/v1/media`, {
    method: "POST",
    keepalive: false,
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
};
const namesIn = (place: string) =>
  (existsSync(place) ? readdirSync(place) : []).filter((name) => /^[0-9a-f]{32}-/.test(name));
const pictureOf = (name: string) => /^[0-9a-f]{32}-\d+\.(avif|webp)/.exec(name)?.[0] ?? "";

test.each([
  ["a folder", inFolder, folder],
  ["an object store", inBucket, objects.folder],
])(
  "killed while it puts a picture into %s, the service serves no half of it, and takes it again",
  async (_name, service, place) => {
    for (const background of ["#113355", "#224466"]) {
      const size = { width: 1700, height: 1700, channels: 3 as const, background };
      const photo = await sharp({ create: size }).jpeg().toBuffer();
      const [rows, before] = [await db.$count(media), namesIn(place).length];
      const sent = upload(service.url, photo).then(
        () => "answered",
        () => "broken off",
      );
      while (namesIn(place).length === before) await pause(1);
      await service.kill();
      // Either it was answered in time and is known, or nobody was told that it is.
      const added = (await db.$count(media)) - rows;
      expect((await sent) === "answered" ? [1] : [0, 1]).toContain(added);
      await service.start();
      for (const file of new Set(namesIn(place).map(pictureOf))) {
        const reply = await fetch(`${service.url}/v1/media/${file}`, { keepalive: false });
        if (reply.status === 404) continue;
        const pixels = sharp(Buffer.from(await reply.arrayBuffer()), { failOn: "warning" }).raw();
        expect((await pixels.toBuffer()).length).toBeGreaterThan(0);
      }
      const again = await upload(service.url, photo).catch((cause: unknown) => {
        throw new Error(`The service broke off; it said:\n${service.logged()}`, { cause });
      });
      expect(again.status).toBe(201);
      const { sources } = (await again.json()) as Media;
      for (const { url, width } of sources) {
        const reply = await fetch(`${service.url}/v1${url}`, { keepalive: false });
        const kept = sharp(Buffer.from(await reply.arrayBuffer()));
        expect((await kept.metadata()).width).toBe(width);
      }
    }
    await service.stop();
  },
  60_000,
);
