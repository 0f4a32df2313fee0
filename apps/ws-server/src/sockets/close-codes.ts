/** Why the server closes a socket, in the words of the public contract. */
export const closeCodes = { ended: 1000, draining: 1001, barred: 1008, tryLater: 1013, replaced: 4000 } as const;
