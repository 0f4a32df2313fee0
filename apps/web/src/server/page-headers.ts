import type { WebEnv } from "../env";

/** What a browser may do on our pages. Pictures and sounds of a quiz may stand on any host, scripts and connections may not. */
export function pageHeaders({ nonce, env }: { nonce: string; env: Pick<WebEnv, "NODE_ENV" | "PUBLIC_WEB_URL" | "PUBLIC_WS_URL"> }) {
  const isSecure = env.PUBLIC_WEB_URL.startsWith("https:");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
    // The primitives of dialogs and menus set styles by element, which no nonce reaches.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https: http:",
    "media-src 'self' blob: https: http:",
    "font-src 'self'",
    `connect-src 'self' ${env.PUBLIC_WS_URL}`,
    // The one connection of all tabs for boards that move.
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  return {
    "content-security-policy": policy,
    ...(isSecure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}
