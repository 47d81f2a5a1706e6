/** How many passwords this machine verifies in a second and does nothing else: `bun ops/load/bare-argon.ts 3`. */
import { availableParallelism } from "node:os";

import { hash, verify } from "@node-rs/argon2";

const seconds = Number(process.argv[2] ?? 3);
/** As `member/src/passwords.ts` has them. */
const stored = await hash("moon-jar-1280", { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

const started = performance.now();
const state = { done: 0 };
const one = async () => {
  while (performance.now() - started < seconds * 1000) {
    await verify(stored, "moon-jar-1280");
    state.done += 1;
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, one));
process.stdout.write(String((state.done * 1000) / (performance.now() - started)));
