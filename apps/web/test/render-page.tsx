import { render } from "@testing-library/react";
import userEvent, { PointerEventsCheckLevel } from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { ApiProvider } from "@/trpc/ApiProvider";
import account from "../messages/en/account.json";
import admin from "../messages/en/admin.json";
import assignments from "../messages/en/assignments.json";
import auth from "../messages/en/auth.json";
import boards from "../messages/en/boards.json";
import common from "../messages/en/common.json";
import editor from "../messages/en/editor.json";
import games from "../messages/en/games.json";
import learn from "../messages/en/learn.json";
import library from "../messages/en/library.json";
import player from "../messages/en/player.json";
import report from "../messages/en/report.json";
import review from "../messages/en/review.json";
import selfPaced from "../messages/en/selfPaced.json";

/** A page of the authors in English, with the api at whatever `fetch` is, and somebody who clicks and types. */
export function renderPage(page: ReactNode) {
  const view = render(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      messages={{ account, admin, assignments, auth, boards, common, editor, games, learn, library, player, report, review, selfPaced }}
    >
      <ApiProvider>{page}</ApiProvider>
    </NextIntlClientProvider>,
  );
  return { ...view, user: userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}
