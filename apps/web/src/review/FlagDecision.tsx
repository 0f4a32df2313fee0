import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { SelectField } from "@/ui/Field";
import type { FlagDetails } from "./flag-types";
import styles from "./FlagPage.module.css";
import { useFlagDecisions } from "./use-flag-decisions";

const spans = { hour: 60, day: 1_440, week: 10_080, month: 43_200, forever: null } as const;
type Span = keyof typeof spans;
const spanNames: readonly Span[] = ["hour", "day", "week", "month", "forever"];

/** Confirm or clear, block or lift, take points back. What can't be undone at once is asked about first. */
export function FlagDecision({ flag }: { flag: FlagDetails }) {
  const t = useTranslations("review.flag");
  const decisions = useFlagDecisions(flag);
  const [asking, setAsking] = useState<"block" | "takeBack" | null>(null);
  const left = flag.answers.filter(({ takenBack }) => !takenBack).reduce((sum, { points }) => sum + points, 0);
  const { block } = flag;
  const act = (work: () => void) => () => { if (!decisions.busy) work(); };
  return (
    <section aria-labelledby="flag-decision">
      <h2 id="flag-decision">{t("decide")}</h2>
      <div className={styles.actions}>
        {flag.status === "confirmed" ? null : <Button look="primary" onClick={act(decisions.confirm)}>{t("confirm")}</Button>}
        {flag.status === "cleared" ? null : <Button onClick={act(decisions.clear)}>{t("clear")}</Button>}
        {flag.status === "cleared" || !block ? null : <p className={styles.hint}>{t("clearHint")}</p>}
        {block ? <Button onClick={act(() => decisions.lift(block.blockId))}>{t("lift")}</Button> : <Button look="danger" onClick={() => setAsking("block")}>{t("block")}</Button>}
        {left > 0 ? <Button onClick={() => setAsking("takeBack")}>{t("takeBack")}</Button> : null}
      </div>
      <BlockDialog flag={flag} open={asking === "block"} onClose={() => setAsking(null)} onBlock={decisions.block} />
      <TakeBackDialog flag={flag} points={left} open={asking === "takeBack"} onClose={() => setAsking(null)} onTakeBack={decisions.takeBack} />
    </section>
  );
}

type Asked = { flag: FlagDetails; open: boolean; onClose: () => void };

function BlockDialog({ flag, open, onClose, onBlock }: Asked & { onBlock: (minutes: number | null) => void }) {
  const t = useTranslations("review.flag");
  const review = useTranslations("review");
  const [span, setSpan] = useState<Span>("day");
  const isSpan = (value: string): value is Span => Object.hasOwn(spans, value);
  return (
    <Dialog open={open} onOpenChange={(next) => { if (!next) onClose(); }} title={t("blockDialog.title", { name: flag.userName ?? flag.name ?? review("nobody") })} description={t(flag.userId ? "blockDialog.account" : "blockDialog.guest")}>
      <SelectField label={t("blockDialog.label")} value={span} onChange={({ target }) => { if (isSpan(target.value)) setSpan(target.value); }}>
        {spanNames.map((name) => <option key={name} value={name}>{t(`blockDialog.${name}`)}</option>)}
      </SelectField>
      <Dialog.Actions>
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button look="danger" onClick={() => { onBlock(spans[span]); onClose(); }}>{t("blockDialog.do")}</Button>
      </Dialog.Actions>
    </Dialog>
  );
}

function TakeBackDialog({ flag, points, open, onClose, onTakeBack }: Asked & { points: number; onTakeBack: () => void }) {
  const t = useTranslations("review.flag");
  const review = useTranslations("review");
  const locale = useRegionalLocale();
  return (
    <Dialog open={open} onOpenChange={(next) => { if (!next) onClose(); }} title={t("takeBackDialog.title")} description={t("takeBackDialog.text", { name: flag.userName ?? flag.name ?? review("nobody") })}>
      <Dialog.Actions>
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button look="danger" onClick={() => { onTakeBack(); onClose(); }}>{t("takeBackDialog.do", { points: points.toLocaleString(locale) })}</Button>
      </Dialog.Actions>
    </Dialog>
  );
}
