"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { FieldNote } from "@/ui/Field";
import { useUserChanges } from "./use-user-changes";
import { allRoles, type User } from "./use-users";
import styles from "./UsersPage.module.css";

export function RolesDialog({ user, isOwn, onClose }: { user: User; isOwn: boolean; onClose: () => void }) {
  const t = useTranslations("admin.users");
  const common = useTranslations("common");
  const [chosen, setChosen] = useState(user.roles);
  const { setRoles } = useUserChanges(user, onClose);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!setRoles.isPending) setRoles.mutate({ userId: user.userId, roles: chosen, seen: user.roles });
  }

  return (
    <Dialog open onOpenChange={(open) => { if (!open) onClose(); }} title={t("rolesTitle", { name: user.name })} description={t("rolesText")}>
      <form onSubmit={submit}>
        <fieldset className={styles.choices}>
          <legend className="visually-hidden">{t("rolesTitle", { name: user.name })}</legend>
          {allRoles.map((role) => {
            const kept = isOwn && role === "admin";
            return (
              <div key={role}>
                <label className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(role)}
                    disabled={kept}
                    onChange={(event) => setChosen(event.target.checked ? [...chosen, role] : chosen.filter((one) => one !== role))}
                  />
                  {t(`roles.${role}`)}
                </label>
                {kept ? <FieldNote hint={t("ownRole")} /> : null}
              </div>
            );
          })}
        </fieldset>
        <Dialog.Actions>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" look="primary" aria-disabled={setRoles.isPending}>{t(setRoles.isPending ? "saving" : "save")}</Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  );
}
