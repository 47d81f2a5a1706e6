/** Shares out what comes among several servers, and can tell when one of them has nothing left to answer. */
export const openBalancer = (targets: readonly string[]) => {
  const state = { turn: 0 };
  const under = new Map<string, Set<Promise<Response>>>();
  const server = Bun.serve({
    port: 0,
    idleTimeout: 60,
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url);
      const body = request.body === null ? null : await request.arrayBuffer();
      state.turn += 1;
      const target = targets[state.turn % targets.length] ?? "";
      const answering = under.get(target) ?? new Set();
      under.set(target, answering);
      const reply = fetch(target + pathname + search, {
        ...{ method: request.method, headers: request.headers, body, redirect: "manual" },
      })
        .then(async (answer) => new Response(await answer.arrayBuffer(), answer))
        .catch((error: unknown) => new Response(`${target}: ${String(error)}`, { status: 502 }))
        .finally(() => answering.delete(reply));
      answering.add(reply);
      return reply;
    },
  });
  return {
    url: server.url.href.replace(/\/$/, ""),
    drained: async (target: string) => {
      const left: Promise<Response>[] = [...(under.get(target) ?? [])];
      await Promise.all(left);
    },
    close: () => server.stop(true),
  };
};
