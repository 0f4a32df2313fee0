/** What one socket, one address and one node may take, see the security notes in docs. Tests take smaller ones. */
export const defaultLimits = {
  messages: { perSecond: 20, burst: 40 },
  messageBytes: 16 * 1024,
  fragments: 16,
  callsInBatch: 10,
  subscriptions: 8,
  authenticateWithinMs: 5_000,
  pingEveryMs: 15_000,
  /** A peer that says nothing at all for so long is gone. */
  silenceMs: 35_000,
  /** How long a peer may take to answer our Close frame. */
  closeWithinMs: 2_000,
  /** After the end of a game, so that its last message arrives before the close. */
  lingerMs: 1_000,
  presenceEveryMs: 10_000,
  /** How long a socket may outlive the sign-in that opened it, and a look. */
  signedOutEveryMs: 10_000,
  /** What a host is told of results that wait to be stored. */
  saving: { everyMs: 2_000, tellAfterMs: 5_000 },
  /** Sockets of one address that have not yet shown a token: a school is one address, and all of it may come at once. */
  unprovenOfAddress: 2_000,
  connections: 20_000,
  /** Sockets of one person: phones on bad networks come back often. */
  openings: { perSecond: 2, burst: 60 },
  load: { strainedLagMs: 200, overloadedLagMs: 1_000, strainedWaiting: 4_000, overloadedWaiting: 12_000 },
};
export type Limits = typeof defaultLimits;
