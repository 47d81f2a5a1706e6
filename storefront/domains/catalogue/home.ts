import "server-only";
import type { Audience } from "../../lib/currency";
import { listCategories, listCollections, listShelf, sampleShelf } from "./queries";
import { castStage } from "./stage";
import { below } from "./tree";

/** So many shelves of the first level are looked at, and so many pieces of each. */
const shelves = 6;
const pieces = 12;
/** Of the newest, so many are looked through for some that can be bought. */
const newest = 12;
const rows = 5;

/** What the first page shows, from a few parts of the shop however large it is. */
export const readHome = async (audience: Audience) => {
  const tree = await listCategories(audience);
  const roots = below(tree?.value ?? [], null).slice(0, shelves);
  const [samples, fired, whole, collections] = await Promise.all([
    Promise.all(roots.map(({ slug }) => sampleShelf(audience, slug, pieces))),
    listShelf(audience, { sort: "-created", limit: newest }),
    sampleShelf(audience, null, 1),
    listCollections(audience),
  ]);
  const all = [tree, fired, whole, collections, ...samples];
  const asOf = all.flatMap((known) => known?.asOf ?? []).toSorted((a, b) => Number(a) - Number(b));
  const shelved = samples.flatMap((sample) => sample?.value.items ?? []);
  const glazes = whole?.value.facets?.attributes.find(({ code }) => code === "glaze");
  return {
    isWhole: all.every((known) => known !== null),
    asOf: asOf[0],
    stage: castStage(shelved),
    fired: (fired?.value ?? [])
      .filter(({ availability }) => availability !== "sold_out")
      .slice(0, rows),
    shelves: roots.map(({ slug }, at) => ({
      category: slug,
      total: samples[at]?.value.total ?? 0,
      lowest: samples[at]?.value.facets?.price?.lowest ?? null,
    })),
    glazes: glazes?.values ?? [],
    jar: shelved.find(({ form }) => form === "moon-jar"),
    collections: (collections?.value ?? []).filter(({ count }) => count > 0),
  };
};
export type Home = Awaited<ReturnType<typeof readHome>>;
