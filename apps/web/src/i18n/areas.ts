import type account from "../../messages/en/account.json";
import type admin from "../../messages/en/admin.json";
import type assignments from "../../messages/en/assignments.json";
import type auth from "../../messages/en/auth.json";
import type boards from "../../messages/en/boards.json";
import type common from "../../messages/en/common.json";
import type editor from "../../messages/en/editor.json";
import type games from "../../messages/en/games.json";
import type host from "../../messages/en/host.json";
import type learn from "../../messages/en/learn.json";
import type library from "../../messages/en/library.json";
import type player from "../../messages/en/player.json";
import type report from "../../messages/en/report.json";
import type review from "../../messages/en/review.json";
import type selfPaced from "../../messages/en/selfPaced.json";
import type stage from "../../messages/en/stage.json";
import type { Locale } from "./locales";

/** Messages come in areas, one file each, so that a page carries only what it shows. */
export const areas = ["common", "auth", "library", "editor", "games", "report", "boards", "player", "host", "stage", "assignments", "selfPaced", "learn", "admin", "review", "account"] as const;
export type Area = (typeof areas)[number];

export type Messages = {
  common: typeof common;
  auth: typeof auth;
  library: typeof library;
  editor: typeof editor;
  games: typeof games;
  report: typeof report;
  boards: typeof boards;
  player: typeof player;
  host: typeof host;
  stage: typeof stage;
  admin: typeof admin;
  account: typeof account;
  review: typeof review;
  assignments: typeof assignments;
  selfPaced: typeof selfPaced;
  learn: typeof learn;
};

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
