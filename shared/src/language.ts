import type { Language } from "./contract.ts";

/** The first language of an Accept-Language that the shop speaks. */
export const languageOf = (accepted = ""): Language =>
  accepted
    .split(",")
    .map((range) => range.trim().slice(0, 2).toLowerCase())
    .find((range): range is Language => range === "ko" || range === "en") ?? "ko";
