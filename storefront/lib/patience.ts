import { keepForNobody } from "./making";

/** What a slow failure is, and for how long nobody waits after one, in milliseconds. */
const slow = 500;
const pause = 3000;

/** After a slow failure pages do without an answer for a moment, and wait for none: null then. */
export const createPatience = () => {
  const state = { until: 0 };
  return async <T>(ask: () => Promise<T | null>): Promise<T | null> => {
    const began = Date.now();
    if (began < state.until) {
      keepForNobody();
      return null;
    }
    const answer = await ask();
    if (answer === null && Date.now() - began > slow) state.until = Date.now() + pause;
    return answer;
  };
};
