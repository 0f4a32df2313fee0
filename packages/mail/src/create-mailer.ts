import type { Logger } from "@quickfire/telemetry";
import { createTransport } from "nodemailer";
import { type Language, type Letter, writeLetter } from "./letters";

export type Mailer = {
  /** Resolves once the letter has left; rejects where the mail server did not take it. */
  send(letter: { to: string; language: Language; letter: Letter }): Promise<void>;
};

export type MailerOptions = {
  /** `smtp://user:password@host:587` or `smtps://…`. Without it, letters are printed to the log, links included. */
  smtpUrl?: string;
  from: string;
  logger: Logger;
};

/** A mail server that hangs is given up on; whoever waits for a letter asks for another one. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export function createMailer({ smtpUrl, from, logger }: MailerOptions): Mailer {
  if (!smtpUrl) {
    return {
      async send({ to, language, letter }) {
        const { subject, text } = writeLetter(letter, language);
        logger.info({ to, subject, text }, "a letter, printed as there is no mail server");
      },
    };
  }
  const transport = createTransport({ url: smtpUrl, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send({ to, language, letter }) {
      // An address as an object is never read as a list of several.
      await transport.sendMail({ from, to: { name: "", address: to }, ...writeLetter(letter, language) });
    },
  };
}
