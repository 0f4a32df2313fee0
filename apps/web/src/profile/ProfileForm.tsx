"use client";

import { countryCodes } from "@quickfire/engine/account/countries";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo, useState, type FormEvent } from "react";
import { defaultLocale, isLocale, localeCookie, localeName, locales } from "@/i18n/locales";
import { rememberPreference } from "@/theme/preference-cookie";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { SelectField, TextField } from "@/ui/Field";
import { useToast } from "@/ui/Toasts";
import { AvatarField } from "./AvatarField";
import type { OwnAccount } from "./ProfilePage";
import styles from "./ProfilePage.module.css";
import { useAccountWords } from "./use-account-words";

/** How somebody is called, where they are, and what they read. */
export function ProfileForm({ account }: { account: OwnAccount }) {
  const t = useTranslations("account.profile");
  const router = useRouter();
  const utils = trpc.useUtils();
  const showToast = useToast();
  const wordsOf = useAccountWords();
  const [profile, setProfile] = useState(() => ({
    name: account.username,
    locale: isLocale(account.locale) ? account.locale : defaultLocale,
    country: account.country,
    timeZone: account.timeZone,
    avatar: account.avatar,
  }));
  const [error, setError] = useState<string | null>(null);
  const save = trpc.account.saveProfile.useMutation({
    onSuccess: async () => {
      showToast({ text: t("saved") });
      rememberPreference(localeCookie, profile.locale);
      await utils.account.me.invalidate();
      router.refresh();
    },
    onError: (failure) => showToast({ text: wordsOf(failure), tone: "error" }),
  });
  const change = (part: Partial<typeof profile>) => setProfile((before) => ({ ...before, ...part }));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (save.isPending) return;
    const characters = [...profile.name.trim()].length;
    const problem = characters === 0 ? t("nameMissing") : characters > 80 ? t("nameLong") : null;
    setError(problem);
    if (!problem) save.mutate({ ...profile, name: profile.name.trim() });
  }

  return (
    <section className={styles.part} aria-labelledby="profile">
      <h2 id="profile">{t("title")}</h2>
      <p className={styles.text}>{t("text")}</p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField label={t("name")} autoComplete="name" value={profile.name} error={error} onChange={(event) => { change({ name: event.target.value }); setError(null); }} />
        <AvatarField avatar={profile.avatar} onChange={(avatar) => change({ avatar })} />
        <CountryField value={profile.country} onChange={(country) => change({ country })} />
        <TimeZoneField value={profile.timeZone} onChange={(timeZone) => change({ timeZone })} />
        <SelectField label={t("language")} value={profile.locale} onChange={(event) => { if (isLocale(event.target.value)) change({ locale: event.target.value }); }}>
          {locales.map((locale) => <option key={locale} value={locale} lang={locale}>{localeName(locale)}</option>)}
        </SelectField>
        <div><Button type="submit" look="primary" aria-disabled={save.isPending}>{t(save.isPending ? "saving" : "save")}</Button></div>
      </form>
    </section>
  );
}

type ChoiceProps = { value: string | null; onChange: (value: string | null) => void };

function CountryField({ value, onChange }: ChoiceProps) {
  const t = useTranslations("account.profile");
  const locale = useLocale();
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    return countryCodes.map((code) => ({ code, name: names.of(code) ?? code })).toSorted((one, other) => one.name.localeCompare(other.name, locale));
  }, [locale]);
  return (
    <SelectField label={t("country")} autoComplete="country" value={value ?? ""} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">{t("noCountry")}</option>
      {countries.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
    </SelectField>
  );
}

function TimeZoneField({ value, onChange }: ChoiceProps) {
  const t = useTranslations("account.profile");
  // This device's own comes first: it is nearly always the one.
  const zones = useMemo(() => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    return [...new Set([own, ...(value ? [value] : []), ...Intl.supportedValuesOf("timeZone")])];
  }, [value]);
  return (
    <SelectField label={t("timeZone")} value={value ?? ""} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">{t("noTimeZone")}</option>
      {zones.map((zone) => <option key={zone} value={zone}>{zone.replaceAll("_", " ")}</option>)}
    </SelectField>
  );
}
