import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "../shared/schema/payment/*.ts",
  out: "./drizzle",
  casing: "snake_case",
});
