import { z } from "zod";

const environment = z.object({
  BASE_URL: z.url().default("http://localhost:3000"),
  WS_URL: z.url().default("ws://localhost:8090"),
  OPS_URL: z.url().default("http://localhost:9090"),
  WORKER_OPS_URL: z.url().default("http://localhost:9091"),
  MAIL_PORT: z.coerce.number().int().optional(),
  MAIL_FILE: z.string().optional(),
  QUICKFIRE_CHROMIUM: z.string().optional(),
});

const parsed = environment.parse(process.env);

/** Where the running product answers. */
export const stack = {
  webUrl: parsed.BASE_URL,
  wsUrl: parsed.WS_URL,
  opsUrl: parsed.OPS_URL,
  workerOpsUrl: parsed.WORKER_OPS_URL,
  /** Where the stack hands its letters to, and the file in which they are kept for the tests. */
  mails: parsed.MAIL_PORT !== undefined && parsed.MAIL_FILE ? { port: parsed.MAIL_PORT, file: parsed.MAIL_FILE } : null,
  chromiumPath: parsed.QUICKFIRE_CHROMIUM,
};

/** The accounts of the demo seed (CONTRACT: section 1). */
export const demo = {
  author: "author@quickfire.test",
  otherAuthor: "author2@quickfire.test",
  admin: "admin@quickfire.test",
  learner: "learner@quickfire.test",
  password: "quickfire-demo",
} as const;
