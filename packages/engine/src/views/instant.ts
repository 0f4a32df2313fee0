/** An instant as it goes over the wire: ISO 8601, UTC. */
export const wireInstant = (at: number): string => new Date(at).toISOString();
