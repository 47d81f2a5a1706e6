import { z } from "@hono/zod-openapi";

/** The version that was read, quoted as its ETag was (RFC 9110, 13.1.1); another one is 412. */
export const ifMatch = z
  .string()
  .regex(/^"\d{1,9}"$/, 'must be an ETag such as "3"')
  .openapi({ example: '"3"' });

/** The version that such an ETag holds. */
export const versionIn = (tag: string) => Number(tag.slice(1, -1));
