import { z } from "@hono/zod-openapi";
import { bounds, listening, readEnv, secret, tokenIssuer } from "@jangteo/shared/env";

const bucket = ["MEDIA_S3_BUCKET", "MEDIA_S3_ACCESS_KEY_ID", "MEDIA_S3_SECRET_ACCESS_KEY"] as const;

export const env = readEnv(
  z
    .object({
      ...listening(5100),
      ...bounds,
      ...tokenIssuer,
      DATABASE_URL: z.url(),
      REDIS_URL: z.url(),
      IDEMPOTENCY_SECRET: secret,
      MEDIA_DIR: z.string().default(".local/media"),
      MEDIA_S3_URL: z.url({ protocol: /^https?$/ }).optional(),
      MEDIA_S3_BUCKET: z.string().default(""),
      MEDIA_S3_REGION: z.string().default("us-east-1"),
      MEDIA_S3_STYLE: z.enum(["path", "virtual"]).default("path"),
      MEDIA_S3_ACCESS_KEY_ID: z.string().default(""),
      MEDIA_S3_SECRET_ACCESS_KEY: z.string().default(""),
    })
    .superRefine((given, context) => {
      for (const name of given.MEDIA_S3_URL === undefined ? [] : bucket)
        if (given[name] === "")
          context.addIssue({ code: "custom", path: [name], message: "MEDIA_S3_URL asks for it" });
    }),
);
