/** For every reply of web; what needs a value of the running process, or a nonce, is in `page-headers.ts`. */
export const everywhere = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // The address of a page may hold a game's code.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  // The camera reads the code of a game on the way in; nothing else is asked for, and nothing that is embedded gets it.
  "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
};

/** For what is no page, and can run nothing. The description of REST is one, and brings a policy of its own. */
export const noPage = { "content-security-policy": "default-src 'none'; frame-ancestors 'none'" };

export const directHeaders = { ...everywhere, ...noPage };
