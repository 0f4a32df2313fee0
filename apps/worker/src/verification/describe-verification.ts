import type { Difference, SealState, Verification } from "@quickfire/db/verification";
import { assertNever } from "@quickfire/engine";

/** What a verification found, a line for each thing. */
export function describeVerification({ gameId, outcome, participants, answers, differences, seal }: Verification): string[] {
  return [`game ${gameId}: ${participants} players, ${answers} answers`, headline(outcome), ...differences.map(describeDifference), describeSeal(seal)];
}

function headline(outcome: Verification["outcome"]): string {
  switch (outcome) {
    case "agree":
      return "verified: the board follows from the log, and nothing differs";
    case "differ":
      return "NOT verified: what is stored is not what the log says";
    case "running":
      return "not checked: the game has not ended";
    case "incomplete":
      return "not checked: a part of the log is not stored (yet)";
    default:
      return assertNever(outcome);
  }
}

function describeDifference(difference: Difference): string {
  // A name is whatever its player typed: in quotes it can't look like a line of ours.
  const who = `${JSON.stringify(difference.name ?? "")} (${difference.participantId})`;
  if (difference.kind === "answer") {
    const worth = (side: typeof difference.stored) => (side ? `${side.points} points, ${side.timeMs} ms` : "nothing");
    return `answer of ${who} in round ${difference.round}: stored ${worth(difference.stored)}; by the log ${worth(difference.logged)}`;
  }
  const place = (side: typeof difference.stored) => (side ? `${side.score} points, ${side.totalTimeMs} ms, place ${side.rank}` : "nothing");
  return `standing of ${who}: stored ${place(difference.stored)}; by the log ${place(difference.logged)}`;
}

function describeSeal(seal: SealState): string {
  switch (seal.state) {
    case "intact":
      return `seal: intact over ${seal.events} events, ${seal.heads.join(" ")}${seal.forgotten > 0 ? `; a person was taken out of ${seal.forgotten} of them` : ""}`;
    case "unsealed":
      return "seal: none yet";
    case "missing":
      return "seal: GONE, though there was one";
    case "broken": {
      const { part, place, what, event } = seal.at;
      const found = event ? `where ${event.type} ${event.eventId} (log number ${event.seq}.${event.index}) stands now` : "where nothing stands any more";
      return `seal: BROKEN at ${what} ${place + 1}${part > 0 ? ` of addition ${part}` : ""}, ${found}`;
    }
    case "added":
      return `seal: ${seal.events} events were ADDED after it, the first is ${seal.first?.type ?? "unknown"} ${seal.first?.eventId ?? ""}`;
    default:
      return assertNever(seal);
  }
}
