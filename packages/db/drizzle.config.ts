import { defineConfig } from "drizzle-kit";

/** `pnpm --filter @quickfire/db generate` writes the difference between schema and migrations as one more migration. */
export default defineConfig({ dialect: "postgresql", schema: "./src/schema/index.ts", out: "./src/migrations" });
