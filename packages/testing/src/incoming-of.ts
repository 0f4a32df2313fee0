/** A web request as the doors of the api take it. */
export function incomingOf(request: Request) {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    url: `${pathname}${search}`,
    headers: request.headers,
    signal: request.signal,
    async readBytes(limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
      const bytes = new Uint8Array(await request.arrayBuffer());
      return bytes.byteLength > limit ? null : bytes;
    },
  };
}
