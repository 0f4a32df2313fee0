/** No question stays open longer than this, extensions included. */
export const MAX_LIMIT_MS = 600_000;
