/**
 * How Node runs a ws-server. Answers come in bursts, and all that one leaves is garbage a moment later: with more room for the young, the
 * collector comes less often and copies less of what is only on its way.
 */
export const wsServerFlags = ["--max-semi-space-size=64"];
