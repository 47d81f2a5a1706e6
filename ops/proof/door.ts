export type Moment = "before" | "after";
/** Which call is waited for: the act happens once, before it reaches the service or after that answered, and the answer is lost. */
export type Trap = {
  method: string;
  path: RegExp;
  moment: Moment;
  act: () => Promise<void>;
};

/** Stands between two services, and lets something happen at one call. */
export const openDoor = (targetOf: () => string) => {
  const state: { trap: Trap | undefined; sprung: number } = { trap: undefined, sprung: 0 };
  const take = (method: string, path: string) => {
    const { trap } = state;
    if (!trap || trap.method !== method || !trap.path.test(path)) return undefined;
    state.trap = undefined;
    state.sprung += 1;
    return trap;
  };
  const server = Bun.serve({
    port: 0,
    idleTimeout: 60,
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url);
      const trap = take(request.method, pathname);
      if (trap?.moment === "before") {
        await trap.act();
        return new Response(null, { status: 502 });
      }
      const reply = await fetch(targetOf() + pathname + search, {
        method: request.method,
        headers: request.headers,
        body: request.body === null ? null : await request.arrayBuffer(),
        redirect: "manual",
      }).catch(() => new Response(null, { status: 502 }));
      const body = await reply.arrayBuffer();
      if (trap?.moment === "after") {
        await trap.act();
        return new Response(null, { status: 502 });
      }
      return new Response(body, { status: reply.status, headers: reply.headers });
    },
  });
  return {
    url: server.url.href.replace(/\/$/, ""),
    set: (trap: Trap) => {
      state.trap = trap;
      state.sprung = 0;
    },
    hasSprung: () => state.sprung > 0,
    close: () => server.stop(true),
  };
};
