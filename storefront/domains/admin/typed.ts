import type { Values } from "./merge";

/** Names of fields that go along unseen: the form's own, and those that begin with a mark. */
const own = new Set(["key", "locale", "version", "base", "act"]);
const isOwn = (name: string) => own.has(name) || /^[$_]/.test(name);

/** The API takes no line breaks: what was typed in lines is one paragraph. */
export const tidy = (text: string) => text.normalize().replaceAll(/\s+/g, " ").trim();

/** What was typed, with a box that was left empty where `base` knows one. */
export const valuesOf = (form: Iterable<[string, unknown]>, base: Values = {}): Values => {
  const typed = [...form].flatMap(([name, value]) =>
    typeof value === "string" && !isOwn(name) ? [[name, tidy(value)] as const] : [],
  );
  const unsaid = Object.keys(base).map((name) => [name, ""] as const);
  return Object.fromEntries([...unsaid, ...typed]);
};

export type Wrong = "decide" | "whole" | "won" | "dollars" | "time" | "percent" | "sure";

const decimal = { KRW: /^\d{1,12}$/, USD: /^\d{1,10}(?:\.\d{1,2})?$/ };
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Reads values as what they mean, and notes the fields that mean nothing. */
export const createReader = (values: Values) => {
  const wrong: Record<string, Wrong> = {};
  const refuse = (name: string, why: Wrong) => {
    wrong[name] = why;
  };
  const text = (name: string) => values[name] ?? "";
  const words = (name: string) => ({ ko: text(`${name}.ko`), en: text(`${name}.en`) });
  const isOn = (name: string) => text(name) === "on";

  const whole = (name: string) => {
    const typed = text(name).replaceAll(/[ ,]/g, "");
    if (/^\d{1,9}$/.test(typed)) return Number(typed);
    refuse(name, "whole");
    return 0;
  };
  const optionalWhole = (name: string) => (text(name) === "" ? null : whole(name));

  /** Minor units. */
  const money = (name: string, currency: "KRW" | "USD") => {
    const typed = text(name).replaceAll(/[ ,]/g, "");
    if (!decimal[currency].test(typed)) {
      refuse(name, currency === "KRW" ? "won" : "dollars");
      return 0;
    }
    return currency === "KRW" ? Number(typed) : Math.round(Number(typed) * 100);
  };

  const optionalMoney = (name: string, currency: "KRW" | "USD") =>
    text(name) === "" ? undefined : money(name, currency);

  /** In hundredths of a percent, as rates are. */
  const percent = (name: string) => {
    const typed = text(name).replaceAll(/[ %]/g, "");
    if (/^\d{1,3}(?:\.\d{1,2})?$/.test(typed)) return Math.round(Number(typed) * 100);
    refuse(name, "percent");
    return 0;
  };

  /** A time on the clock of the shop, in Seoul, which knows no summer time. */
  const time = (name: string) => {
    const typed = text(name);
    if (typed === "") return undefined;
    const at = moment.test(typed) ? new Date(`${typed}:00+09:00`) : undefined;
    if (at && !Number.isNaN(at.getTime())) return at.toISOString();
    refuse(name, "time");
    return undefined;
  };

  const numbers = { whole, optionalWhole, money, optionalMoney, percent };
  return { values, wrong, text, words, isOn, ...numbers, time };
};
export type Reader = ReturnType<typeof createReader>;
