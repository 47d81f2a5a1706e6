import { hasLocale } from "next-intl";

import { manifestOf } from "../../../domains/installed/manifest";
import { routing } from "../../../i18n/routing";

type Context = { params: Promise<{ locale: string }> };

export const GET = async (_: Request, { params }: Context) => {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response("Not found", { status: 404 });
  return Response.json(await manifestOf(locale), {
    headers: {
      "content-type": "application/manifest+json",
      "cache-control": "public, max-age=3600",
    },
  });
};
