"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { trpc } from "@/trpc/client";
import { failureOf } from "@/trpc/failures";
import { Button } from "@/ui/Button";
import { CopyField } from "@/ui/CopyField";
import { Dialog } from "@/ui/Dialog";
import { FieldNote, SelectField, TextField } from "@/ui/Field";
import { type Scope, scopeWords } from "./api-scopes";
import styles from "./ProfilePage.module.css";
import { useAccountWords } from "./use-account-words";

const scopes = Object.keys(scopeWords) as Scope[];
const lifetimes = [30, 90, 365];

/** Asks what the key is for, makes it, and shows it this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("account.keys");
  const [key, setKey] = useState<string | null>(null);
  if (key === null) {
    return (
      <Dialog open onOpenChange={(open) => { if (!open) onClose(); }} title={t("new").replace("…", "")}>
        <NewKeyForm onMade={setKey} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog open onOpenChange={(open) => { if (!open) onClose(); }} title={t("madeTitle")} description={t("madeText")}>
      <CopyField label={t("key")} value={key} copy={t("copy")} copied={t("copied")} />
      <Dialog.Actions><Button look="primary" onClick={onClose}>{t("done")}</Button></Dialog.Actions>
    </Dialog>
  );
}

function NewKeyForm({ onMade, onClose }: { onMade: (key: string) => void; onClose: () => void }) {
  const t = useTranslations("account.keys");
  const words = useTranslations("account.scopes");
  const common = useTranslations("common");
  const utils = trpc.useUtils();
  const wordsOf = useAccountWords();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly Scope[]>([]);
  const [days, setDays] = useState<number | null>(90);
  const [problems, setProblems] = useState<{ name?: string; scopes?: string; all?: string }>({});
  const create = trpc.apiKey.create.useMutation({
    onSuccess: async ({ key }) => {
      onMade(key);
      await utils.apiKey.list.invalidate();
    },
    onError: (error) => setProblems({ all: failureOf(error).reason === "TOO_MANY" ? t("full") : wordsOf(error) }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (create.isPending) return;
    const found = { ...(name.trim() === "" ? { name: t("nameMissing") } : {}), ...(chosen.length === 0 ? { scopes: t("scopesMissing") } : {}) };
    setProblems(found);
    if (Object.keys(found).length === 0) create.mutate({ name: name.trim(), scopes: [...chosen], ...(days === null ? {} : { days }) });
  }

  return (
    <form className={styles.question} onSubmit={submit} noValidate>
      <TextField label={t("name")} hint={t("nameHint")} error={problems.name} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      <fieldset className={styles.choices} aria-describedby="scopes-problem">
        <legend>{t("scopes")}</legend>
        {scopes.map((scope) => (
          <label key={scope} className={styles.choice}>
            <input type="checkbox" checked={chosen.includes(scope)} onChange={(event) => setChosen(event.target.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))} />
            {words(scopeWords[scope])}
          </label>
        ))}
        <div id="scopes-problem" role="alert">{problems.scopes ? <FieldNote error={problems.scopes} /> : null}</div>
      </fieldset>
      <SelectField label={t("lasts")} value={days ?? ""} onChange={(event) => setDays(event.target.value === "" ? null : Number(event.target.value))}>
        {lifetimes.map((count) => <option key={count} value={count}>{t("days", { days: count })}</option>)}
        <option value="">{t("forever")}</option>
      </SelectField>
      <div role="alert">{problems.all ? <FieldNote error={problems.all} /> : null}</div>
      <Dialog.Actions>
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" look="primary" aria-disabled={create.isPending}>{t(create.isPending ? "making" : "make")}</Button>
      </Dialog.Actions>
    </form>
  );
}
