import type { Database } from "../database";
import { defineRepository } from "../define-repository";
import { eraseAccount } from "./erase-account";
import { exportAccount } from "./export-account";
import type { PrivacyRepository } from "./privacy-repository.types";

export function createPrivacyRepository(database: Database, { now = Date.now }: { now?: () => number } = {}): PrivacyRepository {
  const { sql } = database;
  return defineRepository<PrivacyRepository>(database, "privacy", {
    exportAccount: (userId) => exportAccount(sql, userId, new Date(now())),
    eraseAccount: (userId) => eraseAccount(sql, userId),
  });
}
