export { addressBlock, clientAddress, createTrustedProxies } from "./client-address";
export { accessLifetime, type AccessClaims, createTokens, type ParticipantClaims, type SocketClaims, socketLifetime, type Tokens } from "./tokens";
