import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";

export type ReceivedMail = { from: string; to: string[]; content: string };

export type MailReceiver = { url: string; mails: ReceivedMail[]; close: () => Promise<void> };

export type MailReceiverOptions = { /** Takes nothing. */ refuse?: boolean; port?: number; onMail?: (mail: ReceivedMail) => void };

/** A mail server that keeps what it gets: as much of SMTP as a client needs that asks for no encryption. */
export async function startMailReceiver({ refuse = false, port = 0, onMail = () => undefined }: MailReceiverOptions = {}): Promise<MailReceiver> {
  const mails: ReceivedMail[] = [];
  const open = new Set<Socket>();

  async function converse(socket: Socket): Promise<void> {
    const say = (line: string) => void socket.write(`${line}\r\n`);
    let mail: ReceivedMail = { from: "", to: [], content: "" };
    let writing = false;
    say("220 ready");
    for await (const line of createInterface({ input: socket })) {
      if (writing && line !== ".") mail.content += `${line.replace(/^\.\./, ".")}\n`;
      else if (writing) {
        writing = false;
        mails.push(mail);
        onMail(mail);
        mail = { from: "", to: [], content: "" };
        say("250 kept");
      } else if (/^MAIL FROM:/i.test(line)) {
        mail.from = addressIn(line);
        say(refuse ? "550 not here" : "250 ok");
      } else if (/^RCPT TO:/i.test(line)) {
        mail.to.push(addressIn(line));
        say("250 ok");
      } else if (/^DATA/i.test(line)) {
        writing = true;
        say("354 go on");
      } else if (/^QUIT/i.test(line)) {
        say("221 bye");
        socket.end();
      } else say("250 ok");
    }
  }

  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined).on("close", () => open.delete(socket));
    converse(socket).catch(() => socket.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? "";
