import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  // Workspace packages are consumed as TypeScript source.
  transpilePackages: ["@quickfire/api", "@quickfire/db", "@quickfire/engine", "@quickfire/realtime", "@quickfire/telemetry"],
  agentRules: false,
  devIndicators: false,
  experimental: { optimizePackageImports: ["radix-ui"] },
};

export default createNextIntlPlugin("./src/i18n/request.ts")(config);
