import { useTranslations } from "next-intl";
import { z } from "zod";
import { describeDay, describeTime } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";

const details = z.object({ endsAt: z.string().nullable(), points: z.number(), from: z.string(), to: z.string() }).partial();
const role = z.enum(["learner", "author", "admin"]);

/** What a decision was in detail, in words: until when, how many points, from which roles to which. Empty where there is no more to say. */
export function useDecisionDetails(): (given: unknown) => string {
  const t = useTranslations("review.flag");
  const users = useTranslations("admin.users");
  const locale = useRegionalLocale();
  const rolesOf = (names: string) => names.split(", ").flatMap((name) => role.safeParse(name).data ?? []).map((one) => users(`roles.${one}`)).join(", ") || users("noRoles");
  return (given) => {
    const { endsAt, points, from, to } = details.safeParse(given).data ?? {};
    if (points !== undefined) return t("points", { points: points.toLocaleString(locale) });
    if (from !== undefined && to !== undefined) return t("change", { from: rolesOf(from), to: rolesOf(to) });
    if (endsAt === undefined) return "";
    return endsAt === null ? t("forGood") : t("until", { date: `${describeDay(endsAt, locale)}, ${describeTime(endsAt, locale)}` });
  };
}
