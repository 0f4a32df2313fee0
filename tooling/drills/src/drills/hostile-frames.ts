import { joinGame, type Ticket } from "@quickfire/testing/players";
import { WebSocket, type ClientOptions } from "ws";
import type { Drill } from "../drill";
import { playGame, type Fault } from "../stage/play-game";
import type { Scene } from "../stage/scene";
import { seconds } from "./wait";

/** Frames that have broken servers; none of them is a message of ours. */
const texts: readonly string[] = [
  "null", "[]", "0", '""', "{", '{"id":null}', '{"type":null}', '{"type":"answer_submission"}', '{"type":"answer_submission","payload":null}',
  '{"__proto__":{"type":"x"},"payload":{}}', '{"type":"constructor","payload":{}}', '{"type":"__proto__","payload":{"constructor":{"prototype":{}}}}',
  '{"type":"heartbeat","payload":{"sentAt":1e309}}', `{"type":"answer_submission","payload":{"questionId":"${"x".repeat(10_000)}","selectedOption":-1}}`,
  `${"[".repeat(8_000)}${"]".repeat(8_000)}`, `{"a":${'{"a":'.repeat(2_000)}1${"}".repeat(2_001)}`, "\u0000\uffff\ud800",
  '{"id":1,"method":"mutation","params":{"path":"live.answer","input":null}}', '{"id":1,"method":"subscription","params":{"path":"host.events"}}',
  `[${Array.from({ length: 500 }, (_, id) => `{"id":${id},"method":"query","params":{"path":"live.heartbeat","input":{}}}`).join(",")}]`,
];
const tooBig = 1024 * 1024;
const badAddresses = ["/ws?quizId=%E0%A4%A", "/ws?quizId=1&participantId=%00", "/trpc?connectionParams=%7B", "/ws/../../etc", "//", "/ws?token=Bearer%20%20"];

/** Says everything that should not be said, again and again, until told to stop. */
async function misbehave(scene: Scene, ticket: Ticket, until: AbortSignal): Promise<{ replies: string[]; closed: number[] }> {
  const replies: string[] = [];
  const closed: number[] = [];
  const open = (address: string, options: ClientOptions = {}, protocols: string[] = []) => {
    const socket = new WebSocket(`${scene.stack.wsUrl}${address}`, protocols, { handshakeTimeout: 2_000, ...options });
    socket.on("error", () => undefined);
    socket.on("message", (message) => void replies.push(String(message)));
    socket.on("close", (code) => void closed.push(code));
    return socket;
  };
  const own = `/ws?quizId=${ticket.gameId}&participantId=${ticket.participantId}`;
  const attacks: ((socket: WebSocket) => void)[] = [
    (socket) => texts.forEach((text) => socket.send(text)),
    (socket) => socket.send(Buffer.alloc(tooBig, "x"), { binary: false }),
    (socket) => socket.send(Buffer.from([0xff, 0xfe, 0x00])),
    (socket) => Array.from({ length: 400 }, () => socket.ping()),
    (socket) => {
      for (let piece = 0; piece < 200; piece += 1) socket.send("x", { fin: piece === 199 });
    },
  ];
  while (!until.aborted) {
    const attack = scene.random.pick(attacks);
    const socket = open(scene.random.pick([own, "/trpc", "/trpc?connectionParams=1"]), {}, ["quickfire.v1", `token.${ticket.token}`]);
    socket.once("open", () => attack(socket));
    open(scene.random.pick(badAddresses), { headers: { authorization: "Bearer ..\\..", cookie: "%E0%A4%A=1; =;;" } });
    await seconds(0.15);
    socket.terminate();
  }
  return { replies, closed };
}

/** Some of those who joined turn on the game while the others play it. */
const attack = (joiners: number): Fault => async ({ scene, host, round }) => {
  const stopping = AbortSignal.timeout(4_000);
  const tickets = await Promise.all(Array.from({ length: joiners }, (_, index) => joinGame(scene.stack.webUrl, { pin: host.pin, name: `Rascal ${round} ${index + 1}` })));
  const heard = await Promise.all(tickets.map((ticket) => misbehave(scene, ticket, stopping)));
  const replies = heard.flatMap((each) => each.replies);
  scene.say(`${joiners} hostile players opened ${heard.reduce((sum, { closed }) => sum + closed.length, 0)} sockets and had ${replies.length} replies`);
  scene.expect(replies.every((reply) => !/\bat [\w.<>]+ \(|node_modules|\.mjs:\d/.test(reply)), "no reply shows anything of our code");
  scene.expect(scene.stack.nodes.every((node) => node.isRunning()), "no node died");
};

export const hostileFrames: Drill = {
  name: "hostile-frames",
  fault: "some players send garbage, floods, bombs and fragments while the others play",
  rows: [35, 36, 37],
  players: 60,
  pauseLimitS: 1,
  run: (scene) => playGame(scene, { rounds: 2, spreadMs: 4_000, trpcShare: 0.2, faults: { 1: attack(10), 2: attack(10) } }),
  control: {
    without: "reading with care: the same texts are given to a reader that trusts them",
    players: 2,
    run: async (scene) => {
      const broken = texts.filter((text) => !survives(text));
      scene.expect(broken.length === 0, `a reader that trusts what it gets survives them (${broken.length} of ${texts.length} broke it)`);
    },
  },
};

/** What many a server does with a message. */
function survives(text: string): boolean {
  try {
    const { payload } = JSON.parse(text);
    return typeof payload.questionId === "string";
  } catch {
    return false;
  }
}
