import { useLocale } from "next-intl";

/** Shares as people read them, in whole percent. */
export function usePercent(): (share: number) => string {
  const locale = useLocale();
  return (share) => share.toLocaleString(locale, { style: "percent", maximumFractionDigits: 0 });
}
