import { useTranslations } from "next-intl";
import { failureOf } from "@/trpc/failures";

/** What went wrong with a change of one's account, in words. */
export function useAccountWords(): (error: unknown) => string {
  const t = useTranslations("account");
  return (error) => t(failureOf(error).reason === "RATE_LIMITED" ? "tooMany" : "failed");
}
