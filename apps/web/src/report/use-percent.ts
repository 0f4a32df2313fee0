import { useRegionalLocale } from "@/time/use-regional-locale";

/** Shares as people read them, in whole percent. */
export function usePercent(): (share: number) => string {
  const locale = useRegionalLocale();
  return (share) => share.toLocaleString(locale, { style: "percent", maximumFractionDigits: 0 });
}
