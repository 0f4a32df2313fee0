import { createHash } from "node:crypto";
import type { AssignmentFacts, AssignmentParticipant, AttemptMove, Identity } from "@quickfire/db";
import { type AssignmentCode, type AttemptId, attemptView, wireInstant } from "@quickfire/engine";
import type { HttpContext, WebServices } from "../context";
import { refuse, refuseField } from "../errors";

type Caller = Pick<HttpContext, "services" | "user" | "origin" | "addressBlock">;

/** What a link leads to. One that leads nowhere counts against the address, like a wrong code of a game. */
export async function findAssignment({ services, addressBlock }: Caller, code: AssignmentCode): Promise<AssignmentFacts> {
  const assignment = await services.attempts.byCode(code);
  if (assignment) return assignment;
  await services.limits.onWrongCode(addressBlock);
  return refuse("NOT_FOUND", { detail: "This link leads nowhere any more" });
}

/** An account where there is one; else the key of a guest's browser. */
export function identityOf({ user }: Caller, key: string | undefined): Identity | null {
  if (user) return { userId: user.userId };
  return key === undefined ? null : { keyHash: createHash("sha256").update(key).digest("base64url") };
}

/** Who comes by a link, where they took the assignment up before. */
export async function findSeat(caller: Caller, { assignment, key }: { assignment: AssignmentFacts; key?: string }): Promise<AssignmentParticipant | null> {
  const identity = identityOf(caller, key);
  return identity && caller.services.attempts.participant({ assignmentId: assignment.assignmentId, identity });
}

/** What anybody who has the link may know. */
export function factsShown({ services }: Caller, { code, title, language, questions, settings, deadline }: AssignmentFacts) {
  const now = services.store.now();
  return { code, title, language, questions, settings, deadline: wireInstant(deadline), open: now <= deadline, serverTime: wireInstant(now) };
}

/** A participant with the attempts so far. Points of one that is under way could tell what was right, so they wait. */
export async function seatOf({ attempts }: Pick<WebServices, "attempts">, { participantId, name, userId }: AssignmentParticipant) {
  const own = await attempts.attemptsOf(participantId);
  return {
    name,
    signedIn: userId !== null,
    attempts: own.map(({ attemptId, number, startedAt, finishedAt, score, right }) => ({
      attemptId,
      number,
      startedAt: wireInstant(startedAt),
      result: finishedAt === null ? null : { finishedAt: wireInstant(finishedAt), score, right },
    })),
  };
}

type Move = Pick<AttemptMove<"FINISHED" | "NOT_OPEN" | "BAD_ANSWER">, "step"> & { code: AssignmentCode; key?: string; attemptId: AttemptId; now?: number };

/** Makes one move in the caller's own attempt, and shows what they may see after it; another's attempt looks like none. */
export async function moveAttempt(caller: Caller, { code, key, attemptId, step, now = caller.services.store.now() }: Move) {
  const { attempts, limits } = caller.services;
  const seat = await findSeat(caller, { assignment: await findAssignment(caller, code), key });
  if (!seat) return refuse("UNAUTHORIZED", { detail: "Say first who you are" });
  await limits.onAnswer(seat.participantId);
  const moved = await attempts.move({ participantId: seat.participantId, attemptId, now, origin: caller.origin, step });
  if (!moved) return refuse("NOT_FOUND");
  if (!moved.ok) return moved.error === "BAD_ANSWER" ? refuseField(["given"], "This is not an answer to the question.") : refuse("STALE", { detail: "This question is not open" });
  const { state, rules, scoreDelta } = moved.value;
  const { endsAt, ...view } = attemptView(state, rules);
  return { attemptId, ...view, endsAt: wireInstant(endsAt), timed: rules.settings.timeLimits, feedback: rules.settings.feedback, scoreDelta, serverTime: wireInstant(now) };
}
