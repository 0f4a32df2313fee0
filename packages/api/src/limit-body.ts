/** The same request with its body read, or null where the body is longer than that. Stops at the limit, whatever length was announced. */
export async function limitBody(request: Request, limit: number): Promise<Request | null> {
  if (!request.body) return request;
  const bytes = await readBytes(request, limit);
  return bytes && new Request(request.url, { method: request.method, headers: request.headers, signal: request.signal, body: bytes });
}

export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
