import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["../shared/schema/member.ts", "../shared/schema/member/*.ts"],
  out: "./drizzle",
  casing: "snake_case",
});
