import { expect, test } from "bun:test";

import { fieldOfOption, readOptions } from "./option-form";
import { readPictures } from "./picture-form";
import { takingAway } from "./price-form";
import { createReader, valuesOf } from "./typed";

test("what goes along unseen is no value, and a box that was emptied is one", () => {
  const form = { key: "k", base: "{}", _product: "p", $ACTION_1: "x", name: " a\r\n b " };
  expect(valuesOf(Object.entries(form), { name: "", "glaze.ash": "on" })).toEqual({
    name: "a b",
    "glaze.ash": "",
  });
});

test("numbers, money and times mean what a merchant typed, or nothing is sent", () => {
  const typed = createReader({
    ...{ width: "1,200", depth: "12cm", won: "38,000", dollars: "27.5", cents: "1.234" },
    ...{ at: "2026-12-01T09:30", never: "tomorrow", none: "" },
  });
  expect(typed.whole("width")).toBe(1200);
  expect(typed.money("won", "KRW")).toBe(38_000);
  expect(typed.money("dollars", "USD")).toBe(2750);
  expect(typed.time("at")).toBe("2026-12-01T00:30:00.000Z");
  expect([typed.optionalWhole("none"), typed.time("none")]).toEqual([null, undefined]);
  expect(typed.wrong).toEqual({});
  typed.whole("depth");
  typed.money("cents", "USD");
  typed.money("dollars", "KRW");
  typed.time("never");
  expect(typed.wrong).toEqual({ depth: "whole", cents: "dollars", dollars: "won", never: "time" });
});

test("empty rows are no options, and a refusal leads to the row it was typed in", () => {
  const row = (at: string, code: string) => ({
    [`${at}.code`]: code,
    [`${at}.name.ko`]: code,
    [`${at}.name.en`]: code,
  });
  const values = {
    ...row("option.0", ""),
    ...row("option.2", "size"),
    ...row("option.2.value.0", ""),
    ...row("option.2.value.3", "small"),
    ...row("option.2.value.4", "Large"),
  };
  const named = (code: string) => ({ code, name: { ko: code, en: code } });
  expect(readOptions(createReader(values))).toEqual([
    { ...named("size"), values: [named("small"), named("Large")] },
  ]);
  const fields = [
    ["/options/0/code", "option.2.code"],
    ["/options/0/name/ko", "option.2.name.ko"],
    ["/options/0/values/1/code", "option.2.value.4.code"],
    ["/options/0/values/0/name/en", "option.2.value.3.name.en"],
    ["/options/0/values", "option.2.value.3.code"],
  ] as const;
  for (const [pointer, field] of fields) expect(fieldOfOption(pointer, values)).toBe(field);
});

test("a picture changes places with its neighbour, and leaves when it is taken away", () => {
  const values = { order: "a.webp b.webp c.webp", "remove.c.webp": "on", "view.b.webp": "wide" };
  const files = (act: string) => readPictures(values, act).map(({ file }) => file);
  expect(files("")).toEqual(["a.webp", "b.webp"]);
  expect(files("up:b.webp")).toEqual(["b.webp", "a.webp"]);
  expect(files("down:a.webp")).toEqual(["b.webp", "a.webp"]);
  expect(files("up:a.webp")).toEqual(["a.webp", "b.webp"]);
  expect(readPictures(values, "")[1]?.view).toBe("wide");
});

test("taking a price away leaves no gap where another would have gone on", () => {
  const price = { currency: "KRW", list: "regular", minQuantity: 1, endsAt: null } as const;
  const now = new Date("2026-06-01T00:00:00Z");
  const next = "2026-07-01T00:00:00.000Z";
  const [held, coming] = [
    { ...price, id: "1", amount: 100, startsAt: "2026-01-01T00:00:00.000Z", endsAt: next },
    { ...price, id: "2", amount: 200, startsAt: next },
  ];
  const all = [held, coming];
  expect(takingAway(coming, all, now)).toMatchObject({ amount: 100, startsAt: next });
  expect(takingAway(held, all, now)).toEqual({ ...price, amount: null });
  const sale = { ...coming, list: "sale" as const };
  expect(takingAway(sale, [held, sale], now)).toMatchObject({ amount: null, startsAt: next });
});
