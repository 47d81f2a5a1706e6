import { createRoute, z } from "@hono/zod-openapi";
import { json, staff } from "@jangteo/shared/contract";
import { forbidden, invalid, unauthenticated } from "@jangteo/shared/problem";

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
  security: staff("catalogue:write"),
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
