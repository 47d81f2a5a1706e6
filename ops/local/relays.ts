import { commandOf, identify, isRunning, parentOf } from "../../shared/embedded/process.ts";

const ancestors = (pid: number, levels: number): number[] => {
  const parent = levels > 0 ? parentOf(pid) : 0;
  return parent > 1 ? [parent, ...ancestors(parent, levels - 1)] : [];
};

// `bun run` is one relay; before it npx has two, itself and a shell, and passes its signals no further.
const relays = (): number[] => {
  if (!process.env["npm_lifecycle_event"]) return [];
  const above = ancestors(process.pid, 4);
  const npx = above.findIndex((pid) => /\bnp[mx]\b/.test(commandOf(pid)));
  return above.slice(0, npx + 1 || 1);
};

/** Calls back when a command that only relays to this process is gone: its end means this one. */
export const whenRelayDies = (react: () => void): void => {
  const watched = relays().flatMap((pid) => identify(pid) ?? []);
  const look = () => {
    if (!watched.every(isRunning)) react();
  };
  setInterval(look, process.platform === "linux" ? 300 : 3000);
};
