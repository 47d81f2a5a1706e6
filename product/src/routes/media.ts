import * as contract from "../contract.ts";
import { keepPicture } from "../media.ts";
import type { App, Parts } from "./parts.ts";

export const mediaRoutes = (app: App, { db, pictures }: Parts) => {
  app.openapi(contract.uploadMedia, async (c) => {
    const bytes = Buffer.from(await c.req.valid("form").file.arrayBuffer());
    return c.json(contract.Media.parse(await keepPicture(db, pictures, bytes)), 201);
  });
};
