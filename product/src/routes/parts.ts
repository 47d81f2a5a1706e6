import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Clock } from "@jangteo/shared/clock";
import type { ServiceEnv } from "@jangteo/shared/context";
import type { Db } from "@jangteo/shared/database";
import { versionIn } from "@jangteo/shared/etag";
import type { createOnce } from "@jangteo/shared/idempotency";
import { languageOf } from "@jangteo/shared/language";
import type { Currency } from "@jangteo/shared/money";
import type { TypedResponse } from "hono";

import type { PictureStore } from "../picture-store.ts";

export type App = OpenAPIHono<ServiceEnv>;

/** What the routes are made with. */
export type Parts = ReturnType<typeof createOnce> & {
  db: Db;
  clock: Clock;
  pictures: PictureStore;
};

type Asked = { "accept-language"?: string | undefined; "x-currency": Currency };
export const audienceOf = ({ "accept-language": accepted, "x-currency": currency }: Asked) => ({
  language: languageOf(accepted),
  currency,
});

export const etag = (version: number) => ({ etag: `"${version}"` });

/** The version in the If-Match of a route that asks for one. */
export const versionOf = ({ "if-match": tag }: { "if-match": string }) => versionIn(tag);

/** Anonymous, and the same for everybody who asks alike: caches may keep it for a moment. */
export const cached = {
  "cache-control": "public, max-age=10",
  vary: "accept-language, x-currency",
};

/** A response made by hand, with the type of the contract's answer. */
export const asJson = <T>(response: Response) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  response as Response & TypedResponse<T, 200, "json">;

/** JSON text that was validated when it was written. */
export const jsonText = <T>(text: string) =>
  asJson<T>(new Response(text, { headers: { ...cached, "content-type": "application/json" } }));
