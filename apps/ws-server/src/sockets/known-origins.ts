import type { Origin } from "@quickfire/realtime";

const originsKept = 10_000;

/**
 * One object for all sockets of the same address and browser: a class has few different ones, and with each batch of answers an origin is
 * packed once, however many of them came from there.
 */
export class KnownOrigins {
  readonly #known = new Map<string, Origin>();

  of(ip: string | null, userAgent: string | null): Origin {
    const name = `${ip} ${userAgent}`;
    const known = this.#known.get(name);
    if (known?.ip === ip && known.userAgent === userAgent) return known;
    const origin = { ip, userAgent };
    // Begins anew now and then: who is here already keeps theirs.
    if (this.#known.size >= originsKept) this.#known.clear();
    this.#known.set(name, origin);
    return origin;
  }
}
