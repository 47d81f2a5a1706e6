import { expect, test } from "bun:test";

import { AppError } from "@jangteo/shared/problem";

import { answerInTime } from "./long-answer.ts";

const told = ({ message }: AppError) => ({ refused: message });

test("a long import keeps its connection with signs of life, and ends with its report", async () => {
  const work = Promise.withResolvers<{ rows: number } | { refused: string }>();
  const reply = await answerInTime(work.promise, told, 5);
  expect(reply.status).toBe(200);
  const reader = reply.body?.getReader();
  const read = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect([await read(), await read(), await read()]).toEqual([" ", " ", " "]);
  work.resolve({ rows: 100_000 });
  const rest: string[] = [];
  for (let piece = await read(); piece !== ""; piece = await read()) rest.push(piece);
  expect(JSON.parse(rest.join(""))).toEqual({ rows: 100_000 });
});

test("a long one that is refused says so in its report; a short one is refused as usual", async () => {
  const refusal = new AppError("invalid", "Row 70000 is wrong");
  const work = Promise.withResolvers<{ refused: string }>();
  const reply = answerInTime(work.promise, told, 5);
  const late = await reply;
  work.reject(refusal);
  expect(await late.json()).toEqual({ refused: "Row 70000 is wrong" });
  const short = answerInTime(Promise.reject(refusal), told, 1000);
  expect(await short.catch((error: unknown) => error)).toBe(refusal);
});
