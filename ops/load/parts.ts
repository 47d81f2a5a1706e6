import { isDeepStrictEqual } from "node:util";

import { people } from "./aims.ts";
import * as buying from "./buying.ts";
import { rowOf, type Row } from "./condense.ts";
import * as journeys from "./journeys.ts";
import type { Journey } from "./journeys.ts";
import type { Market } from "./market.ts";
import type { Members } from "./members.ts";
import type { Most } from "./most.ts";
import { openLoop, type Report } from "./open-loop.ts";
import { inRounds, named, ratioOf, type Spread, type Subject } from "./rounds.ts";
import { saturate, type Saturation } from "./saturation.ts";
import type { Shop, Stand } from "./stand.ts";
import { starts } from "./starts.ts";

export type Effort = { rounds: number; seconds: number };
/** A figure, and what it was meant to be. */
export type Aim = Spread & { unit: string; atMost?: number; atLeast?: number };
/** What one part of the report tells. */
export type Part = {
  title: string;
  rows?: Row[];
  /** How many times the CPU of the second the first takes. */
  ratios?: Record<string, Spread>;
  saturation?: Record<string, Saturation>;
  /** Answers a second at which nobody waits long. */
  most?: Record<string, Most>;
  overload?: Report & { rate: number };
  aims?: Record<string, Aim>;
};

const categories = ["bowls", "tea", "jars", "table"];

const fetchJson = async (journey: Journey, origin: string): Promise<unknown> => {
  const { url, headers = {} } = journey(origin, 0);
  return (await fetch(url, { headers })).json();
};

/** Makes subjects that ask one server, and are charged with the CPU of these processes. */
const askedAt =
  (origin: string, cpu: Subject["cpu"]) => (name: string, rate: number, journey: Journey) => ({
    ...{ name, rate, cpu },
    ask: (n: number) => journey(origin, n),
  });

const subjectsOf = ({ main, baseline, gateway, storefront, database }: Stand) => {
  const service = { service: main.service.cpu, database: database.cpu };
  const behindGateway = { gateway: gateway.cpu, ...service };
  const behindAll = { storefront: storefront.cpu, ...behindGateway };
  const bare = { bare: baseline.cpu, database: database.cpu };
  return {
    service: askedAt(main.service.url, service),
    bare: askedAt(baseline.url, bare),
    gateway: askedAt(gateway.url, behindGateway),
    storefront: askedAt(storefront.url, behindAll),
  };
};

/** How a cursor is written is the service's own affair. */
const withoutCursor = (answer: unknown) =>
  typeof answer === "object" && answer !== null ? { ...answer, next: null } : answer;

const requireSameAnswers = async ({ main, baseline }: Stand, all: Journey[]) => {
  for (const journey of all) {
    const own = await fetchJson(journey, main.service.url);
    const bare = await fetchJson(journey, baseline.url);
    if (!isDeepStrictEqual(withoutCursor(own), withoutCursor(bare)))
      throw new Error(
        "The service and bare Hono answer differently: comparing them would be unfair",
      );
  }
};

/** The list and the product page: bare, from the service, through the gateway, as a page. */
const paths = async (stand: Stand, effort: Effort): Promise<Part> => {
  const product = journeys.productOf(stand.main.slugs);
  await requireSameAnswers(stand, [journeys.list, product]);
  const { service, bare, gateway, storefront } = subjectsOf(stand);
  const measured = await inRounds(
    [
      bare("list, bare", 300, journeys.list),
      service("list, service", 300, journeys.list),
      service("list that no cache knows, service", 200, journeys.uncachedList),
      gateway("list that no cache knows, gateway", 200, journeys.uncachedList),
      gateway("list, gateway", 300, journeys.list),
      bare("product, bare", 500, product),
      service("product, service", 500, product),
      gateway("product, gateway", 200, product),
      storefront("listing page, storefront", 15, journeys.listingPage),
      storefront("product page, storefront", 15, journeys.productPageOf(stand.main.slugs)),
    ],
    effort,
  );
  const ratio = (one: string, other: string, part?: [string, string]) =>
    ratioOf(named(measured, one), named(measured, other), part);
  return {
    title: `The list of 24 and the product page, of ${stand.main.products} products`,
    rows: measured.map(rowOf),
    ratios: {
      "list: service / bare": ratio("list, service", "list, bare"),
      "list: service / bare, without the database": ratio("list, service", "list, bare", [
        "service",
        "bare",
      ]),
      "product: service / bare": ratio("product, service", "product, bare"),
      "product: service / bare, without the database": ratio("product, service", "product, bare", [
        "service",
        "bare",
      ]),
      "list that no cache knows: gateway / service": ratio(
        "list that no cache knows, gateway",
        "list that no cache knows, service",
      ),
    },
  };
};

/** The same questions to catalogues of every size. */
const growth = async (stand: Stand, effort: Effort): Promise<Part> => {
  const of = ({ products, service, slugs }: Shop) => {
    const cpu = { service: service.cpu, database: stand.database.cpu };
    const at = (name: string, rate: number, journey: Journey): Subject => ({
      ...{ name: `${name} of ${products}`, rate, cpu },
      ask: (n) => journey(service.url, n),
    });
    return [
      at("list", 200, journeys.list),
      at("shelf", 100, journeys.shelfOf(categories)),
      at("product", 300, journeys.productOf(slugs)),
      at("search", 10, journeys.search),
      at("suggestions", 50, journeys.suggest),
    ];
  };
  const sizes = stand.shops.map(of);
  const kinds = sizes[0]?.length ?? 0;
  const ordered = Array.from({ length: kinds }, (_, kind) =>
    sizes.flatMap((subjects) => subjects.slice(kind, kind + 1)),
  ).flat();
  const measured = await inRounds(ordered, effort);
  return { title: "Growth", rows: measured.map(rowOf) };
};

/** Answers a second when nobody waits. */
const saturation = async (stand: Stand, { seconds }: Effort): Promise<Part> => {
  const subjects = subjectsOf(stand);
  const product = journeys.productOf(stand.main.slugs);
  const asked = [
    subjects.bare("list, bare", 0, journeys.list),
    subjects.service("list, service", 0, journeys.list),
    subjects.bare("product, bare", 0, product),
    subjects.service("product, service", 0, product),
    subjects.storefront("listing page, storefront", 0, journeys.listingPage),
  ];
  const found: Record<string, Saturation> = {};
  for (const connections of [8, 32])
    for (const { name, ask, cpu } of asked) {
      const one = await saturate({ ask: ask(0), cpu, connections, seconds: seconds * 2 });
      if (one) found[`${name}, ${connections} connections`] = one;
    }
  return { title: "Saturation: the next request follows each answer at once", saturation: found };
};

/** Half as much again as the service can answer: does it say so, or does everybody wait? */
const overload = async (stand: Stand, { seconds }: Effort): Promise<Part> => {
  const { service } = subjectsOf(stand);
  const { ask, cpu } = service("list", 0, journeys.list);
  const most = await saturate({ ask: ask(0), cpu, connections: 32, seconds });
  const rate = Math.round((most?.throughput ?? 3000) * 1.5);
  const report = await openLoop({
    ...{ rate, seconds: seconds * 2, seed: "overload", ask },
    mostUnderWay: 5000,
  });
  return { title: "Overload", overload: { rate, ...report } };
};

type Parts<Stage> = Record<string, (stage: Stage, effort: Effort) => Promise<Part>>;
/** What is measured of a catalogue, of a shop in which one can buy, and of people and starts. */
export const catalogue: Parts<Stand> = { paths, growth, saturation, overload };
export const market: Parts<Market> = buying;
export const members: Parts<Members> = { people, starts };
