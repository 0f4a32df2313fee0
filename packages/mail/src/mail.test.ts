import { createLogger } from "@quickfire/telemetry";
import { startMailReceiver } from "@quickfire/testing";
import { describe, expect, it } from "vitest";
import { createMailer } from "./create-mailer";
import { type Language, type Letter, writeLetter } from "./letters";

const link = "https://quiz.example/reset#a-secret";
const letters: Letter[] = [
  { kind: "prove-address", link },
  { kind: "new-password", link },
  { kind: "password-changed" },
  { kind: "host-together", link, inviter: "Thu Hà", title: "Past simple" },
];
const silent = createLogger({ service: "test", level: "silent" });

describe("a letter", () => {
  it.each(["en", "vi"] as const)("says in %s all that there is to say, each kind under a subject of its own", (language: Language) => {
    const written = letters.map((letter) => writeLetter(letter, language));
    expect(new Set(written.map(({ subject }) => subject)).size).toBe(letters.length);
    for (const [index, { text }] of written.entries()) expect(text.includes(link)).toBe("link" in (letters[index] ?? {}));
    expect(written[3]?.text).toContain("Thu Hà");
    expect(written[3]?.text).toContain("“Past simple”");
  });

  it("is written in two languages, and not in one twice", () => {
    for (const letter of letters) expect(writeLetter(letter, "vi")).not.toEqual(writeLetter(letter, "en"));
  });
});

describe("the mailer", () => {
  it("hands a letter to the mail server, for one address and as plain text", async () => {
    const server = await startMailReceiver();
    const mailer = createMailer({ smtpUrl: server.url, from: "Quickfire <quiz@example.test>", logger: silent });
    await mailer.send({ to: "mai@example.test", language: "vi", letter: letters[1] ?? letters[0]! });
    expect(server.mails).toMatchObject([{ from: "quiz@example.test", to: ["mai@example.test"] }]);
    expect(server.mails[0]?.content).toContain("text/plain");
    await server.close();
  });

  it("lets neither an address nor a name add headers, recipients or markup", async () => {
    const server = await startMailReceiver();
    const mailer = createMailer({ smtpUrl: server.url, from: "quiz@example.test", logger: silent });
    const sneaky = { kind: "host-together", link, inviter: "Mai\r\nBcc: all@example.test", title: "<b>hi</b>" } as const;
    await mailer.send({ to: "a@example.test, b@example.test", language: "en", letter: sneaky }).catch(() => undefined);
    await mailer.send({ to: "mai@example.test", language: "en", letter: sneaky });
    const last = server.mails.at(-1);
    expect(last?.to).toEqual(["mai@example.test"]);
    expect(last?.content.split("\n\n")[0]).not.toMatch(/^Bcc:/im);
    for (const { to } of server.mails) expect(to.length).toBe(1);
    await server.close();
  });

  it("says where a letter did not get through", async () => {
    const server = await startMailReceiver({ refuse: true });
    const mailer = createMailer({ smtpUrl: server.url, from: "quiz@example.test", logger: silent });
    await expect(mailer.send({ to: "mai@example.test", language: "en", letter: { kind: "password-changed" } })).rejects.toThrow();
    await server.close();
    await expect(mailer.send({ to: "mai@example.test", language: "en", letter: { kind: "password-changed" } })).rejects.toThrow();
  });

  it("prints letters to the log where there is no mail server, with the link in one piece", async () => {
    const lines: string[] = [];
    const logger = createLogger({ service: "test", level: "info", destination: { write: (line: string) => void lines.push(line) } });
    await createMailer({ from: "quiz@example.test", logger }).send({ to: "mai@example.test", language: "en", letter: { kind: "new-password", link } });
    expect(lines.join("")).toContain(link);
  });
});
