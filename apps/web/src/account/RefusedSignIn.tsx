"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { FieldNote } from "@/ui/Field";
import { useBlockedWords } from "./use-blocked-words";

/** Why another provider's word was not enough; next-auth has words of its own for whatever else went wrong there. */
const refusals = ["UNVERIFIED", "ADDRESS_IN_USE", "DISABLED"] as const;
const never = () => () => undefined;

/** What came of signing in by another provider, where it was refused. */
export function RefusedSignIn({ error }: { error: string }) {
  const t = useTranslations("auth.signIn");
  const blockedWords = useBlockedWords();
  // Only the browser knows in which time zone the end of a block is to be told.
  const inBrowser = useSyncExternalStore(never, () => true, () => false);
  const words = blockedWords(error) ?? t(`refused.${refusals.find((reason) => reason === error) ?? "other"}`);
  return <div role="alert">{inBrowser ? <FieldNote error={words} /> : null}</div>;
}
