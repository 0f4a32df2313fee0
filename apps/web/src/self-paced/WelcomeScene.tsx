import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { routes } from "@/routes";
import { describeDay, describeTime } from "@/time/instants";
import { useRegionalLocale } from "@/time/use-regional-locale";
import { trpc } from "@/trpc/client";
import { failureOf, issueAt } from "@/trpc/failures";
import { Button, LinkButton } from "@/ui/Button";
import { classNames } from "@/ui/class-names";
import { FieldNote, TextField } from "@/ui/Field";
import { Logo } from "@/ui/Logo";
import type { Come } from "./TakePage";
import styles from "./TakePage.module.css";
import type { Link as AssignmentLink } from "./use-attempt";

type WelcomeProps = { link: AssignmentLink; come: Come; onCome: (come: Come) => void; onAttempt: (attemptId: string) => void };

/** What is to be done, by when and how; then one button. */
export function WelcomeScene({ link, come, onCome, onAttempt }: WelcomeProps) {
  const t = useTranslations("selfPaced");
  const locale = useRegionalLocale();
  const when = { date: describeDay(come.deadline, locale), time: describeTime(come.deadline, locale) };
  return (
    <main id="main" className={styles.page}>
      <div>
        <Link href={routes.home} className={styles.logo}><Logo height={24} /></Link>
        <h1 className={styles.title} lang={come.language}>{come.title}</h1>
        <p className={styles.facts}>
          <span>{t("questions", { count: come.questions })}</span>
          <span className={classNames(!come.open && styles.closed)}>{come.open ? t("until", when) : t("closed", when)}</span>
        </p>
      </div>
      <Rules come={come} />
      {come.seat && come.seat.attempts.length > 0 ? <PastAttempts come={come} /> : null}
      <div className={styles.push} />
      <WayIn link={link} come={come} onCome={onCome} onAttempt={onAttempt} />
    </main>
  );
}

function Rules({ come: { settings } }: { come: Come }) {
  const t = useTranslations("selfPaced.rules");
  return (
    <ul className={styles.rules}>
      <li>{settings.timeLimits ? t("timed") : t("untimed")} {settings.speedWeight > 0 ? t("speed") : null}</li>
      <li>{settings.feedback === "question" ? t("atOnce") : t("atEnd")}</li>
      <li>{t("attempts", { count: settings.attempts })}</li>
      <li>{t("resume")} {t("late")}</li>
    </ul>
  );
}

function PastAttempts({ come }: { come: Come }) {
  const t = useTranslations("selfPaced");
  return (
    <section aria-labelledby="attempts">
      <h2 id="attempts" className={styles.heading}>{t("yourAttempts")}</h2>
      <ol className={styles.attempts}>
        {come.seat?.attempts.map(({ attemptId, number, result }) => (
          <li key={attemptId}>
            <b>{t("attempt", { number })}</b>
            <span>{result ? t("attemptResult", { right: result.right, count: come.questions, points: result.score }) : t("attemptOpen")}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function WayIn({ link, come, onCome, onAttempt }: WelcomeProps) {
  const t = useTranslations("selfPaced");
  const { client } = trpc.useUtils();
  const [name, setName] = useState("");
  const [going, setGoing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { seat, settings, signedInAs, open } = come;
  const underWay = seat?.attempts.find(({ result }) => result === null);
  const left = settings.attempts - (seat?.attempts.length ?? 0);

  async function go(event: FormEvent) {
    event.preventDefault();
    if (going) return;
    setGoing(true);
    setProblem(null);
    try {
      if (!seat) onCome({ ...come, seat: await client.attempt.takeUp.mutate({ ...link, ...(signedInAs ? {} : { name }) }) });
      onAttempt((await client.attempt.begin.mutate(link)).attemptId);
    } catch (error) {
      const failure = failureOf(error);
      setProblem(issueAt(failure, "name") ?? (failure.reason === "NAME_TAKEN" ? t("nameTaken") : failure.reason === "ENDED" ? t("over") : t("failed.text")));
      setGoing(false);
    }
  }

  if (!underWay && !open) return <p className={styles.note}>{t("over")}</p>;
  if (!underWay && left <= 0) return <p className={styles.note}>{t("noneLeft")} <Link href={routes.practice}>{t("result.learn")}</Link></p>;
  if (!seat && !signedInAs && settings.takers === "signedIn") {
    return (
      <div className={styles.actions}>
        <p className={styles.note}>{t("accountOnly")}</p>
        <LinkButton look="primary" size="wide" href={routes.signInFor(routes.take(come.code))}>{t("signIn")}</LinkButton>
      </div>
    );
  }
  return (
    <form className={styles.actions} onSubmit={(event) => void go(event)} noValidate>
      {seat || signedInAs ? (
        <>
          <p className={styles.note}>{seat && !seat.signedIn ? t("asGuest", { name: seat.name }) : t("asAccount", { name: seat?.name ?? signedInAs ?? "" })}</p>
          <div role="alert">{problem ? <FieldNote error={problem} /> : null}</div>
        </>
      ) : (
        <TextField label={t("name")} hint={t("nameHint")} error={problem} value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" maxLength={200} />
      )}
      <Button type="submit" look="primary" size="wide" aria-disabled={going}>{underWay ? t("goOn") : seat && seat.attempts.length > 0 ? t("again") : t("begin")}</Button>
      {!seat && !signedInAs ? <LinkButton look="quiet" size="phone" href={routes.signInFor(routes.take(come.code))}>{t("signIn")}</LinkButton> : null}
    </form>
  );
}
