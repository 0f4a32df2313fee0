export { createMailer, type Mailer, type MailerOptions } from "./create-mailer";
export type { Language, Letter, WrittenLetter } from "./letters";
export { writeLetter } from "./letters";
