import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "../shared/schema/order/*.ts",
  out: "./drizzle",
  casing: "snake_case",
});
