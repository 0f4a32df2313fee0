import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { findLanguages } from "./src/i18n/find-languages";
import { everywhere, noPage } from "./src/server/security-headers";

const listed = (headers: Record<string, string>) => Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  poweredByHeader: false,
  // Workspace packages are consumed as TypeScript source.
  transpilePackages: ["@quickfire/api", "@quickfire/broadcast", "@quickfire/db", "@quickfire/engine", "@quickfire/mail", "@quickfire/realtime", "@quickfire/telemetry"],
  // Native code, and drivers that are best loaded as they were published.
  serverExternalPackages: ["@node-rs/argon2", "ioredis", "pino", "postgres", "prom-client", "rate-limiter-flexible"],
  // Pages get their content security policy from `src/proxy.ts`.
  headers: async () => [
    { source: "/:path*", headers: listed(everywhere) },
    { source: "/api/:path*", headers: listed(noPage) },
  ],
  // `npm test` and `pnpm typecheck` check the types; a start need not do it once more.
  typescript: { ignoreBuildErrors: true },
  compiler: { define: { INTERFACE_LANGUAGES: findLanguages("./messages").join(",") } },
  agentRules: false,
  devIndicators: false,
  experimental: {
    optimizePackageImports: ["radix-ui"],
    // Players come with slow phones: their pages bring little more than their own styles, even if a desk then needs some files more.
    cssChunking: { type: "graph", requestCost: 5_000 },
  },
};

// Messages are compiled with the product, so that no browser needs a parser for them.
const withMessages = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

export default withMessages(config);
