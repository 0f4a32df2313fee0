import type { AssignmentFacts, AssignmentParticipant, Identity } from "@quickfire/db";
import { nicknameProblems, nicknameSkeleton, parseNickname, participantIdSchema } from "@quickfire/engine";
import type { HttpContext } from "../context";
import { refuse, refuseField } from "../errors";

type Asked = { assignment: AssignmentFacts; identity: Identity | null; name?: string };

/** Lets somebody take an assignment up: under their account's name, or as a guest under a nickname where guests may. */
export async function takeUp({ services, user, addressBlock }: Pick<HttpContext, "services" | "user" | "addressBlock">, { assignment, identity, name }: Asked): Promise<AssignmentParticipant> {
  const { assignmentId, settings, deadline } = assignment;
  const now = services.store.now();
  const known = identity && (await services.attempts.participant({ assignmentId, identity }));
  if (known) return known;
  if (now > deadline) refuse("ENDED", { detail: "The deadline is past" });
  await services.limits.onTakeUp(user?.userId ?? addressBlock);
  const newcomer = { assignmentId, participantId: participantIdSchema.parse(services.newId()), now };
  const taken = await services.attempts.takeUp(user ? { ...newcomer, userId: user.userId, name: user.username } : { ...newcomer, ...guest() });
  return taken.ok ? taken.value : refuse(taken.error, taken.error === "NAME_TAKEN" ? { detail: "Somebody has this name here" } : {});

  function guest() {
    if (settings.takers === "signedIn") return refuse("UNAUTHORIZED", { detail: "This is for people with an account" });
    if (!identity || !("keyHash" in identity)) return refuseField(["key"], "A guest needs a key.");
    const parsed = parseNickname(name ?? "", { language: assignment.language });
    if (!parsed.ok) return refuseField(["name"], nicknameProblems[parsed.error]);
    return { keyHash: identity.keyHash, name: parsed.value, skeleton: nicknameSkeleton(parsed.value) };
  }
}
