import { mostBots } from "@quickfire/engine/bots/most-bots";
import { Bot, BotOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { useLiveSelector } from "../parts/use-live";
import { selectBotCount } from "../store/selectors";
import styles from "./Rehearsal.module.css";

export type BotActions = { onAddBots: (count: number) => Promise<void>; onRemoveBots: () => Promise<void> };

/** A small group, a class, as many as a wall can name. */
const offers = [5, 20, 60] as const;

/** In the lobby: bots to play the game through with, alone. */
export function Rehearsal({ onAddBots, onRemoveBots }: BotActions) {
  const t = useTranslations("host.rehearsal");
  const bots = useLiveSelector(selectBotCount);
  const [isBusy, setBusy] = useState(false);
  const whileBusy = (work: () => Promise<void>) => () => {
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  return (
    <section className={styles.section} aria-labelledby="rehearsal">
      <h2 id="rehearsal" className={styles.title}>{t("title")}</h2>
      <p className={styles.text} role="status">{bots === 0 ? t("text") : t("with", { count: bots })}</p>
      <div className={styles.buttons}>
        {offers.map((count) => (
          <Button key={count} size="compact" icon={<Bot aria-hidden />} disabled={isBusy || bots >= mostBots} aria-label={t("add", { count })} onClick={whileBusy(() => onAddBots(count))}>+{count}</Button>
        ))}
        {bots > 0 ? <Button size="compact" look="quiet" icon={<BotOff aria-hidden />} disabled={isBusy} onClick={whileBusy(onRemoveBots)}>{t("remove")}</Button> : null}
      </div>
    </section>
  );
}
