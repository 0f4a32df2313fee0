import type { Account } from "@quickfire/db";
import type { Language, Letter } from "@quickfire/mail";
import type { WebServices } from "./context";

type Services = Pick<WebServices, "mailer" | "metrics" | "logger">;

/**
 * Work that nobody is kept waiting for: how long it takes would tell whether there is an account, and a mail server may be slow.
 * What becomes of it is in the log and the metrics.
 */
export function workOnLetter({ metrics, logger }: Pick<Services, "metrics" | "logger">, work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    metrics.mails.inc({ outcome: "failed" });
    logger.error({ err: error }, "a letter could not be sent");
  });
}

export async function postLetter({ mailer, metrics }: Pick<Services, "mailer" | "metrics">, letter: { to: string; language: Language; letter: Letter }): Promise<void> {
  await mailer.send(letter);
  metrics.mails.inc({ outcome: "sent" });
}

/** Letters are written in the languages of the pages. */
export const languageOf = ({ locale }: Pick<Account, "locale">): Language => (locale === "vi" ? "vi" : "en");
