/** Lets so many work at once and so many wait; whoever comes after them gets undefined. */
export const createTurns = (atOnce: number, waiting: number) => {
  const queue: (() => void)[] = [];
  const state = { busy: 0 };
  const begin = async () => {
    if (state.busy < atOnce) {
      state.busy += 1;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    queue.push(resolve);
    await promise;
  };
  const end = () => {
    const next = queue.shift();
    if (next) next();
    else state.busy -= 1;
  };
  return async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (state.busy >= atOnce && queue.length >= waiting) return undefined;
    await begin();
    try {
      return await work();
    } finally {
      end();
    }
  };
};
