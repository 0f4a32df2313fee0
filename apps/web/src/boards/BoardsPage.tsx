"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { routes } from "@/routes";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";
import { type BoardRow, BoardTable } from "./BoardTable";
import styles from "./BoardsPage.module.css";
import { type BoardScope, boardScopes } from "./live/board-event";
import { PersonalBests } from "./PersonalBests";
import { type BoardView, boardViews, useBoard } from "./use-board";

/** The long-term boards: of all time, of this week and month, of one's country; the top, around oneself, or among those one plays with. */
export function BoardsPage() {
  const t = useTranslations("boards");
  const [scope, setScope] = useState<BoardScope>("weekly");
  const [view, setView] = useState<BoardView>("top");
  const board = useBoard(scope, view);
  return (
    <>
      <PageHead title={t("title")} note={t("note")} />
      <div className={styles.body}>
        <div className={styles.choices}>
          <ChoiceStrip label={t("scope")} value={scope} choices={boardScopes.map((value) => ({ value, label: t(`scopes.${value}`) }))} onChange={setScope} />
          <ChoiceStrip label={t("view")} value={view} choices={boardViews.map((value) => ({ value, label: t(`views.${value}`) }))} onChange={setView} />
          <p className={styles.state} role="status">
            {board.stale ? <Tag tone="warn">{t("stale")}</Tag> : board.live ? <Tag tone="live">{t("live")}</Tag> : null}
          </p>
        </div>
        <BoardRows rows={board.rows} error={board.error} retry={board.retry} label={`${t(`scopes.${scope}`)}, ${t(`views.${view}`)}`} />
        <PersonalBests />
      </div>
    </>
  );
}

function BoardRows({ rows, error, retry, label }: { rows: readonly BoardRow[] | undefined; error: unknown; retry: () => void; label: string }) {
  const t = useTranslations("boards");
  const common = useTranslations("common");
  const ownId = trpc.account.me.useQuery(undefined, { staleTime: 300_000 }).data?.userId;
  if (error && failureOf(error).reason === "INVALID") return <EmptyState title={t("noCountry.title")} text={t("noCountry.text")} action={<LinkButton look="primary" href={routes.account}>{t("noCountry.do")}</LinkButton>} />;
  if (error && !rows) return <ErrorState title={t("error.title")} text={t("error.text")} action={<Button look="primary" onClick={retry}>{common("retry")}</Button>} />;
  if (!rows) return <Skeleton words={t("loading")} rows={6} />;
  if (rows.length === 0) return <EmptyState title={t("empty.title")} text={t("empty.text")} />;
  return <BoardTable rows={rows} ownId={ownId} label={label} />;
}
