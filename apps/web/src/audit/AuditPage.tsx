"use client";

import { Download, Search, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { routes } from "@/routes";
import { Button } from "@/ui/Button";
import { SelectField, TextField } from "@/ui/Field";
import { PlainLink } from "@/ui/PlainLink";
import { PageHead } from "@/ui/PageHead";
import { type AuditFields, filterOf, isGameId, noFields, queryOf, topics } from "./audit-filter";
import styles from "./AuditPage.module.css";
import { AuditTable } from "./AuditTable";

const rarerFields = ["user", "address", "agent", "from", "to", "gameId"] as const;

/** What happened in games, to points and by admins: found by who, what, when and from where, and taken along as a file. */
export function AuditPage({ gameId }: { gameId: string }) {
  const t = useTranslations("review.audit");
  const [fields, setFields] = useState<AuditFields>({ ...noFields, gameId });
  const [filter, setFilter] = useState(() => filterOf({ ...noFields, gameId: isGameId(gameId) ? gameId : "" }));
  // A phone shows the rarer fields when they are asked for; a wide page has room for all of them.
  const [narrows, setNarrows] = useState(false);
  const fieldsId = useId();
  const narrowed = rarerFields.filter((name) => fields[name].trim() !== "").length;
  const wrongGame = fields.gameId.trim() !== "" && !isGameId(fields.gameId);
  const set = (name: keyof AuditFields) => ({ value: fields[name], onChange: ({ target }: { target: { value: string } }) => setFields({ ...fields, [name]: target.value }) });
  const find = (event: FormEvent) => {
    event.preventDefault();
    if (wrongGame) setNarrows(true);
    else setFilter(filterOf(fields));
  };
  return (
    <>
      <PageHead title={t("title")} note={t("note")}>
        {/* A file, not a page: the browser itself must fetch it. */}
        <PlainLink icon={<Download aria-hidden />} href={routes.adminAuditFile(queryOf(filter))} download>{t("download")}</PlainLink>
      </PageHead>
      <div className={styles.body}>
        <form role="search" className={styles.form} onSubmit={find}>
          <SelectField label={t("topic")} {...set("topic")}>
            {topics.map((topic) => <option key={topic} value={topic}>{t(`topics.${topic}`)}</option>)}
          </SelectField>
          <TextField label={t("name")} maxLength={100} {...set("name")} />
          <Button className={styles.narrow} icon={<SlidersHorizontal aria-hidden />} aria-expanded={narrows} aria-controls={fieldsId} onClick={() => setNarrows(!narrows)}>
            {narrowed > 0 ? t("narrowed", { count: narrowed }) : t("narrow")}
          </Button>
          <div id={fieldsId} className={styles.fields} data-open={narrows || undefined}>
            <TextField label={t("user")} maxLength={254} autoComplete="off" {...set("user")} />
            <TextField label={t("address")} maxLength={60} {...set("address")} />
            <TextField label={t("agent")} maxLength={100} {...set("agent")} />
            <TextField label={t("from")} type="datetime-local" {...set("from")} />
            <TextField label={t("to")} type="datetime-local" {...set("to")} />
            <TextField label={t("game")} maxLength={60} error={wrongGame ? t("gameShape") : null} {...set("gameId")} />
          </div>
          <Button type="submit" look="primary" className={styles.find} icon={<Search aria-hidden />}>{t("find")}</Button>
        </form>
        <AuditTable filter={filter} />
      </div>
    </>
  );
}
