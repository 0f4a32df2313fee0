import { Ban, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { describeDay, describeTime } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { Tag } from "@/ui/Tag";
import type { Flag } from "./flag-types";

const tones = { 1: "plain", 2: "warn", 3: "bad" } as const;
const weights = ["1", "2", "3"] as const;

/** How heavy a flag is, and what follows from it at the moment. */
export function FlagTags({ flag }: { flag: Flag }) {
  const t = useTranslations("review");
  const locale = useRegionalLocale();
  const weight = weights.find((one) => one === String(flag.strength)) ?? "1";
  const until = flag.block?.endsAt;
  return (
    <>
      <Tag tone={tones[weight]}>{t(`strength.${weight}`)}</Tag>
      {flag.block ? <Tag tone="bad" icon={<Ban aria-hidden />}>{until ? t("blockedUntil", { date: `${describeDay(until, locale)}, ${describeTime(until, locale)}` }) : t("blockedForGood")}</Tag> : null}
      {flag.takenBack > 0 ? <Tag tone="info" icon={<Undo2 aria-hidden />}>{t("takenBack", { points: flag.takenBack.toLocaleString(locale) })}</Tag> : null}
    </>
  );
}
