import { PlainPlayer } from "./plain-player";
import type { RestClient } from "./rest-client";

type Join = { quizId: string; participantId: string; token: string; wsUrl: string };
type Question = { questionId: string; type: string; startTime: string };

/** The right answers of the sample quiz, by the type of the question: a cheat has them from somewhere. */
const right: Record<string, Record<string, unknown>> = {
  choice: { selectedOption: "run" },
  multiple: { answer: { options: ["cat", "horse"] } },
  truefalse: { selectedOption: 0 },
  typed: { answer: { text: "went" } },
};

/** Plays like a program: in by the contract, and with the right answer at the very moment at which a question opens. */
export class Cheat {
  private constructor(readonly join: Join, private readonly player: PlainPlayer) {}

  static async enter(account: RestClient, pin: string, participantName: string): Promise<Cheat> {
    const joined = await account.post<Join>(`/quizzes/${pin}/join`, { participantName });
    if (joined.status !== 201) throw new Error(`the cheat was answered with ${joined.status}: ${JSON.stringify(joined.body)}`);
    return new Cheat(joined.body, await PlainPlayer.open(joined.body));
  }

  /** Answers a round, and resolves with what the server said to it; null once the cheat is out. */
  answer(round: number): Promise<Record<string, unknown> | null> {
    return Promise.race([this.player.closed.then(() => null), this.send(round)]);
  }

  private async send(round: number): Promise<Record<string, unknown>> {
    const { questionId, type, startTime } = (await this.player.next("new_question", (payload) => payload["round"] === round)).payload as Question;
    await new Promise((resolve) => setTimeout(resolve, Date.parse(startTime) - Date.now()));
    for (;;) {
      this.player.messages.length = 0;
      this.player.send("answer_submission", { questionId, ...right[type], answeredAt: new Date().toISOString() });
      const { payload } = await this.player.next("answer_result", (result) => result["questionId"] === questionId);
      if (payload["reason"] !== "TOO_EARLY") return payload;
    }
  }

  get closed() {
    return this.player.closed;
  }

  /** Comes back with the same token. */
  comesBack(): Promise<PlainPlayer> {
    return PlainPlayer.open(this.join);
  }
}
