import { expect } from "bun:test";

import { Problem } from "@jangteo/shared/problem";

/** Expects a refusal, and answers which field it names and by which rule. */
export const refusal = async (reply: Response | Promise<Response>, status: number) => {
  const answer = await reply;
  const text = await answer.text();
  expect(`${answer.status}`, text).toBe(`${status}`);
  const { errors = [] } = Problem.parse(JSON.parse(text));
  return errors.map(({ pointer, rule }) => `${pointer} ${rule}`);
};
