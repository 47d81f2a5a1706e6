import { expect as jestExpect } from "expect";

/** `bun:test` on Deno, as far as the tests of the services use it; `deno.json` puts it in that place. */
type Work = () => unknown;
type Body = (...row: unknown[]) => unknown;

const minute = 60_000;

/** Not Deno's own: it takes none once a test runs. */
const last: Work[] = [];
Deno.test.afterAll(async () => {
  for (const work of last) await work();
});
export const afterAll = (work: Work) => void last.push(work);
export const afterEach = (work: Work) =>
  Deno.test.afterEach(async () => {
    await work();
  });

const named = (template: string, row: unknown[]) =>
  row.reduce<string>((name, value) => name.replace(/%[sd]/, () => String(value)), template);

const eachOf =
  (register: (name: string, work: Work, timeout?: number) => void) =>
  (rows: readonly unknown[]) =>
  (template: string, body: Body, timeout?: number) => {
    for (const given of rows) {
      const row = Array.isArray(given) ? given : [given];
      register(named(template, row), () => body(...row), timeout);
    }
  };

const group: string[] = [];
const registered =
  (ignore: boolean) =>
  (name: string, work: Work, timeout = minute) =>
    Deno.test({
      ignore,
      name: [...group, name].join(" > "),
      fn: async () => {
        await work();
      },
      timeout,
    });
const skipIf = registered;
export const test = Object.assign(registered(false), { each: eachOf(registered(false)), skipIf });

const within = (name: string, work: Work) => {
  group.push(name);
  work();
  group.pop();
};
export const describe = Object.assign(within, { each: eachOf(within) });

const verdict = (pass: boolean, what: string) => ({ pass, message: () => what });
jestExpect.extend({
  toBeTrue: (value: unknown) => verdict(value === true, `${String(value)} is not true`),
  toBeFalse: (value: unknown) => verdict(value === false, `${String(value)} is not false`),
  toStartWith: (value: unknown, start: string) =>
    verdict(String(value).startsWith(start), `${String(value)} does not start with ${start}`),
  toBeWithin: (value: unknown, from: number, to: number) =>
    verdict(
      Number(value) >= from && Number(value) < to,
      `${String(value)} is not in [${from}, ${to})`,
    ),
});
/** Bun's takes a second argument, what to say; Jest's takes none. */
export const expect = Object.assign((value: unknown) => jestExpect(value), jestExpect);
