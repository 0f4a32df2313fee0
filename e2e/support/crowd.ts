import { PlainPlayer } from "./plain-player";
import { RestClient } from "./rest-client";

type Join = { quizId: string; participantId: string; token: string; wsUrl: string };

const atOnce = 20;

/** So many players of one game on plain sockets, who came in a few at a time. */
export async function bringCrowd(pin: string, size: number): Promise<PlainPlayer[]> {
  const anyone = new RestClient();
  const crowd: PlainPlayer[] = [];
  for (let first = 1; first <= size; first += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, size + 1 - first) }, (_, index) => first + index);
    crowd.push(...(await Promise.all(numbers.map((number) => bring(anyone, { pin, participantName: `Player ${number}` })))));
  }
  return crowd;
}

async function bring(anyone: RestClient, { pin, participantName }: { pin: string; participantName: string }): Promise<PlainPlayer> {
  const joined = await anyone.post<Join>(`/quizzes/${pin}/join`, { participantName });
  if (joined.status !== 201) throw new Error(`${participantName} was answered with ${joined.status}: ${JSON.stringify(joined.body)}`);
  return PlainPlayer.open(joined.body);
}
