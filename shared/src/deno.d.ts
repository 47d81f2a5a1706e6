/** The little of Deno that is used here, so that one type check covers both runtimes. */
declare namespace Deno {
  const serve: (
    options: {
      port: number;
      hostname: string;
      onListen: () => void;
    },
    handler: (request: Request) => Response | Promise<Response>,
  ) => { addr: { port: number }; shutdown: () => Promise<void> };

  const test: {
    (definition: {
      name: string;
      fn: () => void | Promise<void>;
      timeout: number;
      ignore: boolean;
    }): void;
    afterEach: (work: () => void | Promise<void>) => void;
    afterAll: (work: () => void | Promise<void>) => void;
  };
}
