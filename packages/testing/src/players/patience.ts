/** Null, after a while or when it is time to give up. */
export function patience(ms: number, giveUp: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      giveUp.removeEventListener("abort", done);
      resolve(null);
    };
    const timer = setTimeout(done, ms);
    giveUp.addEventListener("abort", done, { once: true });
  });
}
