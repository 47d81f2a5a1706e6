import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";

import { closedLoop } from "./closed-loop.ts";
import type { Members } from "./members.ts";
import { openLoop } from "./open-loop.ts";
import type { Aim, Effort, Part } from "./parts.ts";
import { spreadOf } from "./rounds.ts";
import { saturate } from "./saturation.ts";
import { sendWithin, type Ask } from "./send.ts";

const run = promisify(execFile);

type Cpu = Record<string, () => number>;
const costOf = async (ask: Ask, cpu: Cpu, seconds: number) => {
  const found = await saturate({ ask, cpu, connections: 8, seconds });
  if (!found) throw new Error("This needs Debian's wrk");
  if (found.errors > 0) throw new Error(`${ask.url} failed ${found.errors} times`);
  return Object.values(found.cpu).reduce((sum, one) => sum + one, 0);
};

/** Seconds after which the runtime has compiled what a process does: before, a read takes twice its CPU. */
const warmUp = 10;

const inTurns = async <T>(rounds: number, once: () => Promise<T>): Promise<T[]> => {
  const found: T[] = [];
  for (let nth = 0; nth <= rounds; nth += 1) {
    const one = await once();
    // The first warms up.
    if (nth > 0) found.push(one);
  }
  return found;
};

/** Looking at a token that was seen before, over a request that needs none. */
const token = async ({ bare, people, id }: Members, { rounds, seconds }: Effort): Promise<Aim> => {
  const headers = { authorization: `Bearer ${people.member(id)}` };
  const cpu = { bare: bare.cpu };
  const found = await inTurns(rounds, async () => {
    const without = await costOf({ url: `${bare.url}/bare`, headers }, cpu, seconds);
    return (await costOf({ url: `${bare.url}/token`, headers }, cpu, seconds)) - without;
  });
  return { unit: "µs", atMost: 12, ...spreadOf(found) };
};

/** A member's own account, over bare Hono with the same row. */
const reading = async (stand: Members, { rounds, seconds }: Effort) => {
  const { bare, member, postgres, people, id } = stand;
  const own: Ask = {
    url: `${member.url}/v1/members/me`,
    headers: { authorization: `Bearer ${people.member(id)}` },
  };
  const least: Ask = { url: `${bare.url}/members/${id}` };
  for (const ask of [least, own]) await costOf(ask, {}, warmUp);
  const found = await inTurns(rounds, async () => {
    const theirs = await costOf(least, { bare: bare.cpu, postgres: postgres.cpu }, seconds);
    const ours = await costOf(own, { member: member.cpu, postgres: postgres.cpu }, seconds);
    return { theirs, ours, ratio: ours / theirs };
  });
  return {
    ratio: { unit: "times", atMost: 1.5, ...spreadOf(found.map(({ ratio }) => ratio)) },
    service: { unit: "µs", ...spreadOf(found.map(({ ours }) => ours)) },
    bare: { unit: "µs", ...spreadOf(found.map(({ theirs }) => theirs)) },
  };
};

const loginOf = ({ doors, accounts }: Members) => {
  const secret = encodeURIComponent(doors.clientSecret);
  const headers = { authorization: `Basic ${btoa(`storefront:${secret}`)}` };
  const send = sendWithin(20_000);
  return (n: number) => {
    const account = accounts[n % accounts.length];
    const ipAddress = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
    const body = { ...account, ipAddress };
    return () => send({ url: `${doors.authUrl}/v1/sessions`, method: "POST", headers, body });
  };
};

/** Logins as fast as they come, over passwords verified by a process that does nothing else. */
const logins = async (stand: Members, { rounds, seconds }: Effort) => {
  const errand = loginOf(stand);
  const script = join(stand.root, "ops/load/bare-argon.ts");
  const next = { n: 0 };
  await closedLoop({ clients: 6, seconds: warmUp, errand: () => errand(next.n++) });
  const found = await inTurns(rounds, async () => {
    const { stdout } = await run(process.execPath, [script, String(seconds)]);
    const crowd = { clients: 6, seconds, errand: () => errand(next.n++) };
    const { throughput, outcomes } = await closedLoop(crowd);
    const { ok = 0, ...others } = outcomes;
    if (ok === 0) throw new Error(`Logins fail: ${JSON.stringify(others)}`);
    const failed = Object.values(others).reduce((sum, count) => sum + count, 0);
    return { raw: Number(stdout), throughput, failed, share: throughput / Number(stdout) };
  });
  return {
    share: { unit: "times", atLeast: 0.93, ...spreadOf(found.map(({ share }) => share)) },
    failed: { unit: "a round", atMost: 0, ...spreadOf(found.map(({ failed }) => failed)) },
    raw: { unit: "/s", ...spreadOf(found.map(({ raw }) => raw)) },
    throughput: { unit: "/s", ...spreadOf(found.map(({ throughput }) => throughput)) },
  };
};

/** What others wait who read their account: alone, beside half the logins there can be, and all. */
const beside = async (stand: Members, { rounds, seconds }: Effort, most: number) => {
  const { member, people, id } = stand;
  const errand = loginOf(stand);
  const next = { n: 1_000_000 };
  const others = () =>
    openLoop({
      ...{ rate: 100, seconds, seed: `others ${next.n}` },
      ask: () => ({
        url: `${member.url}/v1/members/me`,
        headers: { authorization: `Bearer ${people.member(id)}` },
      }),
    });
  const p99 = async (load: () => Promise<unknown>) => {
    const [{ latency }] = await Promise.all([others(), load()]);
    return latency?.p99 ?? Number.NaN;
  };
  const found = await inTurns(rounds, async () => ({
    alone: await p99(async () => {}),
    half: await p99(() =>
      openLoop({ rate: most / 2, seconds, seed: `half ${next.n}`, ask: () => errand(next.n++) }),
    ),
    all: await p99(() => closedLoop({ clients: 6, seconds, errand: () => errand(next.n++) })),
  }));
  return {
    alone: { unit: "ms", ...spreadOf(found.map((one) => one.alone)) },
    half: { unit: "ms", ...spreadOf(found.map((one) => one.half)) },
    all: { unit: "ms", ...spreadOf(found.map((one) => one.all)) },
  };
};

/** What the project set itself of people: tokens, accounts, logins. */
export const people = async (stand: Members, effort: Effort): Promise<Part> => {
  const verified = await token(stand, effort);
  const { ratio, service, bare } = await reading(stand, effort);
  const { share, failed, raw, throughput } = await logins(stand, effort);
  const { alone, half, all } = await beside(stand, effort, throughput.median);
  return {
    title: "People: aims",
    aims: {
      "CPU to look at a token seen before": verified,
      "CPU of a member read / bare": ratio,
      "CPU of a member read": service,
      "CPU of the bare read": bare,
      "logins / raw argon2id": share,
      "logins that failed": failed,
      "raw argon2id": raw,
      logins: throughput,
      "p99 of others, no logins": alone,
      "p99 of others beside half of all logins": half,
      "p99 of others beside all logins": all,
    },
  };
};
