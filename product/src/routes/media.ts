import { AppError } from "@jangteo/shared/problem";

import * as contract from "../contract.ts";
import { keepPicture } from "../media.ts";
import { typeOf } from "../picture-store.ts";
import type { App, Parts } from "./parts.ts";

const missing = () => new AppError("not_found", "There is no such picture");

/** Whether a client knows it already (RFC 9110, 13.1.2). */
const knows = (asked: string | undefined, etag: string) =>
  asked !== undefined &&
  asked.split(",").some((one) => ["*", etag, `W/${etag}`].includes(one.trim()));

export const mediaRoutes = (app: App, { db, pictures }: Parts) => {
  app.openapi(contract.uploadMedia, async (c) => {
    const bytes = Buffer.from(await c.req.valid("form").file.arrayBuffer());
    return c.json(contract.Media.parse(await keepPicture(db, pictures, bytes)), 201);
  });
  app.openapi(contract.getMedia, async (c) => {
    const { file } = c.req.valid("param");
    const type = typeOf(file);
    if (type === undefined) throw missing();
    const etag = `"${file}"`;
    const headers = { etag, "cache-control": "public, max-age=31536000, immutable" };
    if (knows(c.req.valid("header")["if-none-match"], etag)) {
      if (!(await pictures.has(file))) throw missing();
      return c.body(null, 304, headers);
    }
    const bytes = await pictures.get(file);
    if (!bytes) throw missing();
    return c.body(new Uint8Array(bytes), 200, { ...headers, "content-type": type });
  });
};
