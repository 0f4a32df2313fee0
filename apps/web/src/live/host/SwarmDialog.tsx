import { swarmRule } from "@quickfire/engine/swarm";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { FittedName } from "../parts/FittedName";
import type { Swarm } from "../network/host-commands";
import styles from "./SwarmDialog.module.css";
import type { useHostCommands } from "./use-host-commands";

export type SwarmCommands = Pick<ReturnType<typeof useHostCommands>, "lookForSwarm" | "purgeSwarm">;

type Step = { at: "looking" } | { at: "found"; swarm: Swarm } | { at: "removing"; swarm: Swarm; removed: number } | { at: "done"; removed: number } | { at: "failed" };

/** Shows who looks like a bot and by which rule, before one click removes them all. */
export function SwarmDialog({ open, onClose, lookForSwarm, purgeSwarm }: { open: boolean; onClose: () => void } & SwarmCommands) {
  const t = useTranslations("host.swarm");
  const common = useTranslations("common");
  const format = useFormatter();
  const [step, setStep] = useState<Step>({ at: "looking" });

  useEffect(() => {
    if (!open) return;
    let current = true;
    setStep({ at: "looking" });
    void lookForSwarm().then((swarm) => {
      if (current) setStep(swarm ? { at: "found", swarm } : { at: "failed" });
    });
    return () => {
      current = false;
    };
  }, [open, lookForSwarm]);

  const remove = async (swarm: Swarm) => {
    setStep({ at: "removing", swarm, removed: 0 });
    const removed = await purgeSwarm(swarm.asOf, (soFar) => setStep({ at: "removing", swarm, removed: soFar }));
    setStep(removed === null ? { at: "failed" } : { at: "done", removed });
  };
  const count = (number: number) => ({ count: number, shown: format.number(number) });
  const found = step.at === "found" && step.swarm.total > 0 ? step.swarm : null;
  const title = found ? t("title", count(found.total)) : step.at === "done" ? t("done", count(step.removed)) : step.at === "found" ? t("none") : t("looking");
  return (
    <Dialog open={open} onOpenChange={(next) => { if (!next) onClose(); }} title={title} description={t("rule", { size: swarmRule.size, seconds: swarmRule.withinMs / 1_000 })}>
      {found ? <Found swarm={found} /> : null}
      <p role="status" className={styles.news}>
        {step.at === "removing" ? t("removing", { removed: format.number(step.removed), total: format.number(step.swarm.total) }) : step.at === "failed" ? <b>{t("failed")}</b> : null}
      </p>
      <Dialog.Actions>
        <Button onClick={onClose}>{found ? common("cancel") : common("close")}</Button>
        {found ? <Button look="danger" onClick={() => void remove(found)}>{t("confirm", count(found.total))}</Button> : null}
      </Dialog.Actions>
    </Dialog>
  );
}

function Found({ swarm }: { swarm: Swarm }) {
  const t = useTranslations("host.swarm");
  const format = useFormatter();
  const { counts, flood, people, total, staying } = swarm;
  const count = (number: number) => ({ count: number, shown: format.number(number) });
  const time = (instant: number) => format.dateTime(instant, { hour: "numeric", minute: "2-digit", second: "2-digit" });
  return (
    <>
      <ul className={styles.reasons}>
        {counts.flood > 0 && flood ? <li>{t("flood", { ...count(counts.flood), from: time(flood.from), until: time(flood.until) })}</li> : null}
        {counts.pattern > 0 ? <li>{t("pattern", count(counts.pattern))}</li> : null}
        {counts.silent > 0 ? <li>{t("silent", count(counts.silent))}</li> : null}
        <li>{t("staying", count(staying))}</li>
      </ul>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list scrolls, also by keyboard */}
      <ul className={styles.names} tabIndex={0} aria-label={t("names")}>
        {people.map((person) => <li key={person.participantId}><FittedName name={person.name} /></li>)}
      </ul>
      {total > people.length ? <p className="faint">{t("andMore", count(total - people.length))}</p> : null}
      <p className="secondary">{t("barred")}</p>
    </>
  );
}
