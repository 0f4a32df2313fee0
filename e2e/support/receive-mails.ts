import { appendFileSync } from "node:fs";
import { startMailReceiver } from "@quickfire/testing/mail";
import { stack } from "./stack";

/** The mail server of the stack, for as long as the tests run: it keeps letters in a file, where the journeys find them. */
export default async function receiveMails(): Promise<(() => Promise<void>) | undefined> {
  if (!stack.mails) return undefined;
  const { port, file } = stack.mails;
  const receiver = await startMailReceiver({ port, onMail: (mail) => appendFileSync(file, `${JSON.stringify(mail)}\n`) });
  return receiver.close;
}
