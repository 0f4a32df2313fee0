import { useTranslations } from "next-intl";
import { describeSeconds, preciseSeconds } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import type { Flag } from "./flag-types";

/** What a rule saw, as a sentence. */
export function useEvidenceWords(): (evidence: Flag["evidence"]) => string {
  const t = useTranslations("review.evidence");
  const locale = useRegionalLocale();
  const seconds = (ms: number) => describeSeconds(ms, locale);
  return (evidence) => {
    const count = evidence.rounds.length;
    switch (evidence.kind) {
      case "faster-than-reading":
        return t(evidence.kind, { count, answered: evidence.answered, fastest: preciseSeconds(evidence.fastestMs, locale), reading: seconds(evidence.readingMs) });
      case "more-than-possible":
        return t(evidence.kind, { gained: evidence.gained, possible: evidence.possible });
      case "late-surge":
        return t(evidence.kind, { answered: evidence.answeredBefore, wrong: evidence.wrongBefore, count });
      case "too-many-right":
        return t(evidence.kind, { count: evidence.right, seconds: seconds(evidence.withinMs) });
      case "one-device":
        return t(evidence.kind, { group: evidence.group, seconds: seconds(evidence.joinedWithinMs), count, apart: evidence.apartMs });
      case "lock-step":
        return t(evidence.kind, { group: evidence.group, count, apart: evidence.apartMs });
    }
  };
}
