export { type AppRouter, appRouter } from "./app-router";
export * from "./auth";
export type { Context, HttpContext, LiveServices, SignedIn, SocketContext, WebServices } from "./context";
export type { LiveRouter } from "./game";
export { type Failure, type FailureCode, failureOf, failures, type Issue, refuse, refuseField, Refusal } from "./errors";
export { createLimits, defaultLimits, type Limits, type LimitSettings } from "./limits/limits";
export { signIn } from "./public/sign-in";
export { anyDoorProcedure, createCallerFactory, createRouter, mergeRouters, participantProcedure, publicProcedure, signedInProcedure } from "./trpc";
export { presentParticipant } from "./present-participant";
