/** Written before the worker by the route that serves it. */
declare const build: string;
declare const self: ServiceWorkerGlobalScope & {
  /** Not every browser lets a worker read cookies. */
  cookieStore?: { get: (name: string) => Promise<{ value?: string } | null> };
};
