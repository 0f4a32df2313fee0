import type { OwnTime, RosterEntry } from "@quickfire/engine";
import { ownTimePercents, usualTime } from "@quickfire/engine/own-time";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { ChoiceStrip } from "@/ui/ChoiceStrip";
import { Dialog } from "@/ui/Dialog";

export type GiveTime = (participantId: string, percent: OwnTime) => Promise<void>;

/** As it stands in the message catalogue and beside a name. */
export const timeKey = (percent: OwnTime) => `t${percent}` as const;

/** More time for one learner, which nobody else hears of. */
export function TimeDialog({ person, onClose, onGiveTime }: { person: RosterEntry | null; onClose: () => void; onGiveTime: GiveTime }) {
  const t = useTranslations("host.time");
  const common = useTranslations("common");
  const give = (key: string) => {
    const percent = ownTimePercents.find((one) => timeKey(one) === key);
    if (person && percent !== undefined) void onGiveTime(person.participantId, percent);
  };
  return (
    <Dialog open={person !== null} onOpenChange={(open) => { if (!open) onClose(); }} title={t("title", { name: person?.name ?? "" })} description={t("text", { name: person?.name ?? "" })}>
      <ChoiceStrip label={t("label")} value={timeKey(person?.ownTime ?? usualTime)} onChange={give} choices={ownTimePercents.map((percent) => ({ value: timeKey(percent), label: t(timeKey(percent)) }))} />
      <Dialog.Actions>
        <Button look="primary" onClick={onClose}>{common("close")}</Button>
      </Dialog.Actions>
    </Dialog>
  );
}
