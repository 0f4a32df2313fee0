// Ends with 0 if the process of this container can serve. What ends by itself has no address, and is never asked.
const url = process.argv[2];
const answer = url ? await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null) : { ok: true };
process.exit(answer?.ok ? 0 : 1);
