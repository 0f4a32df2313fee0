/** For every reply of web; what needs a value of the running process, or a nonce, is in `page-headers.ts`. */
export const everywhere = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // The address of a page may hold a game's code.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** For what is no page, and can run nothing. The description of REST is one, and brings a policy of its own. */
export const noPage = { "content-security-policy": "default-src 'none'; frame-ancestors 'none'" };

export const directHeaders = { ...everywhere, ...noPage };
