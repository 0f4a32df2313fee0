export { createJoinPatterns, type JoinPatterns } from "./join-patterns";
export { type AccountCache, createAccountCache } from "./account-cache";
export { addressBlock, clientAddress, createTrustedProxies } from "./client-address";
export { accessLifetime, type AccessClaims, createTokens, type ParticipantClaims, type SocketClaims, socketLifetime, type Tokens } from "./tokens";
export { deviceOf } from "./device-of";
export { type ApiScope, apiScopes, apiScopeSchema, scopeOf } from "./scopes";
