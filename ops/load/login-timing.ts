/**
 * Does the time of a refused login tell whether an address is a member's? Asks a running shop
 * (`bun run start`), which gets forty more members by it: `bun ops/load/login-timing.ts [rounds]`.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { readAddresses } from "../local/addresses.ts";
import { signUp } from "../local/demo-members.ts";
import { folderAt } from "../local/folder.ts";

const people = 40;
/** No account is asked more often than its throttle lets it: each attempt reaches the password. */
const rounds = Math.min(Number(process.argv[2] ?? 5), 5);

const root = resolve(import.meta.dirname, "../..");
const folder = folderAt(resolve(root, process.env["JANGTEO_DIR"] ?? ".local"));
const secrets: { storefrontClient: string } = JSON.parse(readFileSync(folder.secrets, "utf8"));
const { origin } = readAddresses(process.env);
const shop = {
  authUrl: origin("auth"),
  memberUrl: origin("member"),
  mailUrl: origin("mail"),
  clientSecret: secrets.storefrontClient,
};

const address = () => `${crypto.randomUUID()}@timing.example`;
const known = Array.from({ length: people }, address);
const unknown = Array.from({ length: people }, address);
/** Every attempt comes from a network of its own. */
const networks = { next: 0 };
const network = () => {
  networks.next += 1;
  return `10.${networks.next >> 8}.${networks.next & 255}.1`;
};

const shuffled = <T>(items: T[]) =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);

const authorization = `Basic ${btoa(`storefront:${encodeURIComponent(shop.clientSecret)}`)}`;

/** One refused login: its milliseconds, and all that it says but for the ids of the request. */
const refused = async (email: string) => {
  const body = JSON.stringify({ email, password: "not the password", ipAddress: network() });
  const headers = { authorization, "content-type": "application/json" };
  const begun = performance.now();
  const reply = await fetch(`${shop.authUrl}/v1/sessions`, { method: "POST", headers, body });
  const text = await reply.text();
  const milliseconds = performance.now() - begun;
  const { requestId: _, traceId: __, ...said } = JSON.parse(text);
  const names = [...reply.headers.keys()].filter((name) => name !== "date").toSorted();
  return { milliseconds, said: JSON.stringify([reply.status, names, said, text.length]) };
};

const quantile = (sorted: number[], q: number) => sorted[Math.floor((sorted.length - 1) * q)] ?? 0;
const line = (name: string, times: number[]) => {
  const sorted = times.toSorted((a, b) => a - b);
  const figures = [0.1, 0.5, 0.9].map((q) => quantile(sorted, q).toFixed(2).padStart(8));
  return `${name.padEnd(9)}${String(times.length).padStart(5)}${figures.join("")}`;
};

/** How often a time of `a` is longer than one of `b`: one half when nothing can be told (Mann-Whitney). */
const superiority = (a: number[], b: number[]) => {
  const wins = a.reduce((sum, x) => sum + b.filter((y) => x > y).length, 0);
  const share = wins / (a.length * b.length);
  const deviation = Math.sqrt((a.length + b.length + 1) / (12 * a.length * b.length));
  return { share, z: (share - 0.5) / deviation };
};

await signUp(
  shop,
  known.map((email) => ({
    email,
    password: `${crypto.randomUUID()} jar`,
    name: "T",
    language: "en",
  })),
);
for (const email of known.slice(0, 3)) await refused(`warm-${email}`);

const times = { known: [] as number[], unknown: [] as number[] };
const answers = new Set<string>();
for (const _ of Array(rounds)) {
  const asked = shuffled([
    ...known.map((email) => ({ kind: "known" as const, email })),
    ...unknown.map((email) => ({ kind: "unknown" as const, email })),
  ]);
  for (const { kind, email } of asked) {
    const { milliseconds, said } = await refused(email);
    times[kind].push(milliseconds);
    answers.add(said);
  }
}

const { share, z } = superiority(times.known, times.unknown);
const verdict = Math.abs(z) < 3 ? "cannot be told apart" : "CAN BE TOLD APART";
process.stdout.write(
  [
    "address      n     p10     p50     p90  (ms)",
    line("known", times.known),
    line("unknown", times.unknown),
    `A known address takes longer in ${(share * 100).toFixed(1)} % of pairs (z = ${z.toFixed(2)}): ${verdict}.`,
    answers.size === 1
      ? "Status, headers, body and length are the same in every answer."
      : `The answers differ:\n${[...answers].join("\n")}`,
    "",
  ].join("\n"),
);
