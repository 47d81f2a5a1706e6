import { createHash } from "node:crypto";

import { LRUCache } from "lru-cache";

import type { Locale } from "../../i18n/routing";
import { drawCard } from "./card";
import { cardOf, type Kind } from "./cards";
import { createTurns } from "./turns";

type Drawn = { picture: Uint8Array<ArrayBuffer>; etag: string };

const hour = 3_600_000;
const kept = new LRUCache<string, Drawn>({ max: 300, ttl: hour });
const drawing = new Map<string, Promise<Drawn | null | undefined>>();
const turn = createTurns(2, 30);

const draw = async (locale: Locale, kind: Kind, name: string) => {
  const card = await cardOf(locale, kind, name);
  if (!card) return null;
  const picture = await turn(async () => new Uint8Array(await drawCard(card)));
  if (!picture) return undefined;
  const etag = `"${createHash("sha256").update(picture).digest("base64url").slice(0, 22)}"`;
  kept.set(`${locale}/${kind}/${name}`, { picture, etag });
  return { picture, etag };
};

/** Null when there is nothing to draw, undefined when too much is being drawn; drawn once an hour. */
export const drawnCard = async (locale: Locale, kind: Kind, name: string) => {
  const key = `${locale}/${kind}/${name}`;
  const found = kept.get(key);
  if (found) return found;
  const work = drawing.get(key) ?? draw(locale, kind, name).finally(() => drawing.delete(key));
  drawing.set(key, work);
  return await work;
};
