import { hasLocale } from "next-intl";

import { Away, type Kind, kinds } from "../../../../../domains/preview/cards";
import { drawnCard } from "../../../../../domains/preview/drawn";
import { routing } from "../../../../../i18n/routing";
import { problemResponse, type Refusal } from "../../../../../lib/problem";
import { traceOf } from "../../../../../lib/trace";

type Context = { params: Promise<{ locale: string; kind: string; file: string }> };

const isKind = (kind: string): kind is Kind => Object.hasOwn(kinds, kind);
const plainName = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.jpg$/;

const missing: Refusal = { status: 404, code: "not_found", title: "There is no such preview" };
const malformed: Refusal = {
  status: 400,
  code: "invalid",
  title: "file: a slug and .jpg, 120 characters at most",
};
const busy: Refusal = {
  status: 503,
  code: "unavailable",
  title: "The preview cannot be drawn now",
  headers: { "retry-after": "30" },
};

const find = async ({ locale, kind, file }: Awaited<Context["params"]>) => {
  if (!hasLocale(routing.locales, locale) || !isKind(kind)) return missing;
  const name = plainName.exec(file)?.[1];
  if (name === undefined || file.length > 120) return malformed;
  try {
    const drawn = await drawnCard(locale, kind, name);
    return drawn === null ? missing : (drawn ?? busy);
  } catch (error) {
    if (error instanceof Away) return busy;
    throw error;
  }
};

/** The picture of a page for those who share its link. */
export const GET = async (request: Request, { params }: Context) => {
  const found = await find(await params);
  if ("status" in found) return problemResponse(found, traceOf(request.headers));
  const headers = {
    etag: found.etag,
    "cache-control": "public, max-age=86400, stale-while-revalidate=604800",
    "content-type": "image/jpeg",
  };
  if (request.headers.get("if-none-match") === found.etag)
    return new Response(null, { status: 304, headers });
  return new Response(found.picture, { headers });
};
