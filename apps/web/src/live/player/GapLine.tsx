import { useFormatter, useTranslations } from "next-intl";
import { strong } from "../parts/strong";
import { useLiveSelector } from "../parts/use-live";
import type { LiveGame } from "../store/live-game";
import { selectBoard } from "../store/selectors";
import styles from "./GapLine.module.css";

/** What is missing to the next place above, and to whom. It keeps its line where there is nothing to say. */
export function GapLine({ game: { you } }: { game: LiveGame }) {
  const t = useTranslations("player");
  const format = useFormatter();
  const board = useLiveSelector(selectBoard);
  const page = useLiveSelector((state) => state.boardPage);
  const gap = you?.gapToNext ?? null;
  if (!you) return null;
  if (gap === null) return <p className={styles.line}>{you.rank === 1 && you.score > 0 ? t("inFront") : null}</p>;
  const ahead = [...(page?.items ?? []), ...board].find(({ score }) => score === you.score + gap);
  const points = { points: gap, shown: format.number(gap) };
  return (
    <p className={styles.line}>
      {ahead ? t.rich("gapTo", { ...points, name: ahead.name, b: strong }) : t("gap", points)}
    </p>
  );
}
