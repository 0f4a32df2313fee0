import type { CallFailure } from "../network/api-failure";

const known = ["NOT_FOUND", "ENDED", "LOCKED", "FULL", "NAME_TAKEN", "TEAM_FULL", "PATTERN_NEEDED", "PATTERN_WRONG", "BLOCKED", "RATE_LIMITED", "BUSY", "UNREACHABLE"] as const;

/** The reasons for which the way in is closed, as the page words them. */
export type JoinFailure = (typeof known)[number] | "NAME_REFUSED" | "OTHER";

export function joinFailureOf({ reason, field }: Pick<CallFailure, "reason" | "field">): JoinFailure {
  if (reason === "INVALID") return field === "participantName" ? "NAME_REFUSED" : field === "pin" ? "NOT_FOUND" : "OTHER";
  return known.find((one) => one === reason) ?? "OTHER";
}

/** Those that belong to the name, and are mended in its field. */
export const isAboutName = (failure: JoinFailure): boolean => failure === "NAME_TAKEN" || failure === "NAME_REFUSED";

/** Those that are mended by tapping once more. */
export const isAboutPattern = (failure: JoinFailure): boolean => failure === "PATTERN_NEEDED" || failure === "PATTERN_WRONG";

/** Those that may look otherwise in a moment. */
export const mayPass = (failure: JoinFailure): boolean => failure === "UNREACHABLE" || failure === "BUSY" || failure === "RATE_LIMITED" || failure === "OTHER";
