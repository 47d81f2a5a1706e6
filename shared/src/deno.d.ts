/** The little of Deno that `serve.ts` uses, so that one type check covers both runtimes. */
declare const Deno: {
  serve(
    options: { port: number; hostname: string; onListen: () => void },
    handler: (request: Request) => Response | Promise<Response>,
  ): { addr: { port: number }; shutdown: () => Promise<void> };
};
