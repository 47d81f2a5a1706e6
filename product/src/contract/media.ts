import { createRoute, z } from "@hono/zod-openapi";
import { json, staffOrClient } from "@jangteo/shared/contract";
import { forbidden, invalid, notFound, unauthenticated } from "@jangteo/shared/problem";

/** A picture that was uploaded; name its `file` among the pictures of a product. */
export const Media = z
  .object({
    file: z.string(),
    url: z.string(),
    width: z.int(),
    height: z.int(),
    sources: z.array(
      z.object({ url: z.string(), type: z.string(), width: z.int(), height: z.int() }),
    ),
  })
  .openapi("Media");
export type Media = z.infer<typeof Media>;

export const uploadMedia = createRoute({
  method: "post",
  path: "/v1/media",
  tags: ["staff"],
  security: staffOrClient("catalogue:write"),
  summary: "Upload a JPEG, PNG, WebP or AVIF picture; the same bytes again are kept once",
  request: {
    body: {
      required: true as const,
      content: {
        "multipart/form-data": {
          schema: z.object({
            file: z
              .custom<File>((one) => one instanceof File, "must be a file")
              .openapi({ type: "string", format: "binary" }),
          }),
        },
      },
    },
  },
  responses: { 201: json(Media, "Kept"), ...invalid, ...unauthenticated, ...forbidden },
});

const picture = { schema: z.string().openapi({ format: "binary" }) };

export const getMedia = createRoute({
  method: "get",
  path: "/v1/media/{file}",
  tags: ["products"],
  summary: "A picture that was uploaded; what a name holds never changes",
  request: {
    headers: z.object({ "if-none-match": z.string().max(4000).optional() }),
    params: z.object({ file: z.string() }),
  },
  responses: {
    200: {
      description: "The picture",
      headers: z.object({ etag: z.string() }),
      content: { "image/avif": picture, "image/webp": picture },
    },
    304: { description: "It is known already" },
    ...invalid,
    ...notFound,
  },
});
