import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { PlayingProvider } from "@/live/parts/playing";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/ErrorState";
import { Skeleton } from "@/ui/Skeleton";
import { AttemptResult } from "./AttemptResult";
import { QuestionToAnswer } from "./QuestionToAnswer";
import { QuestionReview } from "./QuestionReview";
import type { Come } from "./TakePage";
import styles from "./TakePage.module.css";
import { type Link, useAttempt } from "./use-attempt";

type AttemptProps = { link: Link; attemptId: string; come: Come; onLeave: () => void };

/** An attempt from its first question to its result, whatever happens to the network and the page in between. */
export function AttemptScene({ link, attemptId, come, onLeave }: AttemptProps) {
  const t = useTranslations("selfPaced");
  const common = useTranslations("common");
  const { shown, pending, reading, waiting, failed, answer, open, look, finishReading } = useAttempt(link, attemptId);
  const view = shown?.view;
  const review = view && !pending && (reading || !view.finished) && !view.question ? view.last : null;
  const opens = view && !view.question && !view.finished && !review && !failed;
  // Where nothing has to be read first, the next question comes by itself.
  useEffect(() => { if (opens) open(); }, [opens, open]);

  if (failed) return <main id="main" className={styles.page}><ErrorState alone title={t("failed.title")} text={t("failed.text")} action={<Button look="primary" onClick={look}>{common("retry")}</Button>} /></main>;
  if (!view || opens) return <main id="main" className={styles.page}><Skeleton alone words={t("loading")} /></main>;
  const { question } = view;
  return (
    <PlayingProvider language={come.language} offsetMs={shown.offsetMs}>
      {question ? (
        <QuestionToAnswer
          key={question.questionId}
          title={come.title}
          question={question}
          score={view.score}
          pending={pending?.questionId === question.questionId ? pending : null}
          offline={waiting}
          timed={view.timed}
          onAnswer={(given) => answer(question.questionId, given)}
          onOver={look}
        />
      ) : review ? (
        <QuestionReview review={review} onNext={() => (view.finished ? finishReading() : open())} next={view.finished ? t("toResult") : t("next")} />
      ) : (
        <AttemptResult view={view} come={come} onLeave={onLeave} />
      )}
    </PlayingProvider>
  );
}
