/** The little of Deno that is used here, so that one type check covers both runtimes. */
declare namespace Deno {
  const serve: (
    options: {
      port: number;
      hostname: string;
      signal: AbortSignal;
      onListen: () => void;
    },
    handler: (request: Request) => Response | Promise<Response>,
  ) => { addr: { port: number }; finished: Promise<void>; shutdown: () => Promise<void> };

  const test: {
    (definition: { name: string; fn: () => void | Promise<void>; timeout: number }): void;
    afterEach: (work: () => void | Promise<void>) => void;
    afterAll: (work: () => void | Promise<void>) => void;
  };
}
