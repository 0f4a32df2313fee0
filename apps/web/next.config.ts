import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** What needs no value of the running process; pages get their content security policy from `src/proxy.ts`. */
const everywhere = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  // The address of a page may hold a game's code.
  { key: "referrer-policy", value: "same-origin" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
];

const config: NextConfig = {
  poweredByHeader: false,
  // Workspace packages are consumed as TypeScript source.
  transpilePackages: ["@quickfire/api", "@quickfire/db", "@quickfire/engine", "@quickfire/realtime", "@quickfire/telemetry"],
  // Native code, and drivers that are best loaded as they were published.
  serverExternalPackages: ["@node-rs/argon2", "ioredis", "pino", "postgres", "prom-client", "rate-limiter-flexible"],
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    // Nothing under /api is a page, but for the description of REST, which brings a policy of its own.
    { source: "/api/:path((?!v1/docs).*)", headers: [{ key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" }] },
  ],
  // `npm test` and `pnpm typecheck` check the types; a start need not do it once more.
  typescript: { ignoreBuildErrors: true },
  agentRules: false,
  devIndicators: false,
  experimental: { optimizePackageImports: ["radix-ui"] },
};

// Messages are compiled with the product, so that no browser needs a parser for them.
const withMessages = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

export default withMessages(config);
