import type { AnswerResult, AnswerSubmission, GameId, ParticipantId } from "@quickfire/engine";
import type { AnswerReceipt, Failed } from "@quickfire/realtime";
import type { SocketContext } from "../context";
import { submitAnswer } from "./submit-answer";

type Asked = Pick<SocketContext, "services" | "feed" | "origin"> & { gameId: GameId; participantId: ParticipantId };

/** An answer that came over a socket: as read there, and with one's own standing told over the same socket where feedback is instant. */
export function answerOverSocket({ services, feed, origin, gameId, participantId }: Asked, submission: AnswerSubmission, told: (result: AnswerResult) => void, failed: Failed): void {
  const { readAt: receivedAt, roundTripMs } = feed;
  const tell = ({ result, standing }: AnswerReceipt) => {
    if (standing) feed.tell({ type: "your_standing", payload: standing });
    told(result);
  };
  submitAnswer(services, { gameId, participantId, submission, receivedAt, roundTripMs, origin }, tell, failed);
}
