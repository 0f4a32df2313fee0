"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { routes } from "@/routes";
import { describePast, describeDay } from "@/time/instants";
import { useNow } from "@/time/use-now";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { trpc, type ApiOutput } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { PlainLink } from "@/ui/PlainLink";
import { useToast } from "@/ui/Toasts";
import { isScope, scopeWords } from "./api-scopes";
import { NewKeyDialog } from "./NewKeyDialog";
import styles from "./ProfilePage.module.css";
import { useAccountWords } from "./use-account-words";

type ApiKey = ApiOutput["apiKey"]["list"][number];

/** Keys for programs: made, shown once, revoked. */
export function ApiKeys() {
  const t = useTranslations("account.keys");
  const keys = trpc.apiKey.list.useQuery();
  const [making, setMaking] = useState(false);
  const [toRevoke, setToRevoke] = useState<ApiKey | null>(null);
  const wordsOf = useAccountWords();
  return (
    <section className={styles.part} aria-labelledby="keys">
      <h2 id="keys">{t("title")}</h2>
      <p className={styles.text}>{t("text")}</p>
      {keys.error && !keys.data ? <p role="alert">{wordsOf(keys.error)}</p> : null}
      {keys.data?.length === 0 ? <p className={styles.text}>{t("none")}</p> : null}
      {keys.data && keys.data.length > 0 ? <ul className={styles.rows}>{keys.data.map((key) => <KeyRow key={key.apiKeyId} apiKey={key} onRevoke={() => setToRevoke(key)} />)}</ul> : null}
      <div className={styles.steps}>
        <Button icon={<Plus aria-hidden />} onClick={() => setMaking(true)}>{t("new")}</Button>
        <PlainLink look="quiet" href={routes.apiDocs}>{t("docs")}</PlainLink>
      </div>
      {making ? <NewKeyDialog onClose={() => setMaking(false)} /> : null}
      <RevokeDialog apiKey={toRevoke} onClose={() => setToRevoke(null)} />
    </section>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const t = useTranslations("account.keys");
  const scopes = useTranslations("account.scopes");
  const locale = useRegionalLocale();
  const now = useNow(60_000);
  return (
    <li className={styles.row}>
      <div>
        <span className={styles.name}>{apiKey.name}</span>
        <span className={styles.facts}>
          <code>{apiKey.start}…</code>
          <span>{t("made", { when: describePast(apiKey.createdAt, now, locale) })}</span>
          <span>{apiKey.lastUsedAt ? t("used", { when: describePast(apiKey.lastUsedAt, now, locale) }) : t("neverUsed")}</span>
          {apiKey.expiresAt ? <span>{t("until", { when: describeDay(apiKey.expiresAt, locale) })}</span> : null}
        </span>
        <span className={styles.facts}>{apiKey.scopes.filter(isScope).map((scope) => scopes(scopeWords[scope])).join(" · ")}</span>
      </div>
      <Button size="compact" aria-label={t("revokeOf", { name: apiKey.name })} onClick={onRevoke}>{t("revoke")}</Button>
    </li>
  );
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey | null; onClose: () => void }) {
  const t = useTranslations("account.keys");
  const common = useTranslations("common");
  const utils = trpc.useUtils();
  const showToast = useToast();
  const wordsOf = useAccountWords();
  const revoke = trpc.apiKey.revoke.useMutation({
    onSuccess: () => showToast({ text: t("revoked", { name: apiKey?.name ?? "" }) }),
    onError: (error) => showToast({ text: wordsOf(error), tone: "error" }),
    onSettled: async () => {
      onClose();
      await utils.apiKey.list.invalidate();
    },
  });
  if (!apiKey) return null;
  return (
    <Dialog open onOpenChange={(open) => { if (!open) onClose(); }} title={t("revokeTitle", { name: apiKey.name })} description={t("revokeText")}>
      <Dialog.Actions>
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button look="danger" aria-disabled={revoke.isPending} onClick={() => { if (!revoke.isPending) revoke.mutate({ apiKeyId: apiKey.apiKeyId }); }}>{t("revokeSubmit")}</Button>
      </Dialog.Actions>
    </Dialog>
  );
}
