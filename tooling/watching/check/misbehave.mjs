import { WebSocket } from "ws";
import { PlainPlayer } from "./plain-player.mjs";
import { createRest } from "./rest.mjs";

/**
 * A little of everything that the security panels look for, so that they have something to show.
 *
 * @param {import("./start-stack.mjs").Stack} stack
 * @param {import("./play-game.mjs").Game} game
 */
export async function misbehave({ webUrl, wsUrl }, { pin }) {
  const rest = createRest(webUrl);
  await rest.call("POST", "/auth/token", { email: "author@quickfire.test", password: "a wrong one" });
  await rest.call("POST", "/quizzes/000000/join", { participantName: "Nobody" });
  await createRest(webUrl, "not.a.token").call("GET", "/quizzes");
  await createRest(webUrl).call("GET", `/games/${pin}`);
  const join = await rest.must("POST", `/quizzes/${pin}/join`, { participantName: "Mallory" });
  const player = new PlainPlayer({ ...join, wsUrl: `${wsUrl}/ws` });
  await player.connect();
  const { quizId, participantId, token } = join;
  const url = `${wsUrl}/ws?quizId=${quizId}&participantId=${participantId}`;
  await refused(new WebSocket(url, ["quickfire.v1", `token.${token}x`]));
  await refused(new WebSocket(url, ["quickfire.v1", `token.${token}`], { origin: "https://elsewhere.example" }));
  player.send("nonsense", {});
  for (let count = 0; count < 50; count += 1) player.send("heartbeat", {});
  await player.next("error", ({ reason }) => reason === "RATE_LIMITED");
  player.leave();
}

/** @param {WebSocket} socket */
function refused(socket) {
  return new Promise((resolve) => socket.on("error", () => undefined).once("close", resolve));
}
