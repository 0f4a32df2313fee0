"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { PlayingProvider } from "@/live/parts/playing";
import { createRandomId } from "@/live/network/random-id";
import type { TypedAnswer } from "@/live/store/answer";
import { routes } from "@/routes";
import { QuestionReview, type Review } from "@/self-paced/QuestionReview";
import { QuestionToAnswer } from "@/self-paced/QuestionToAnswer";
import takeStyles from "@/self-paced/TakePage.module.css";
import { untilThrough } from "@/self-paced/until-through";
import { trpc } from "@/trpc/client";
import { Button, LinkButton } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Skeleton } from "@/ui/Skeleton";

type Practised = Review & { dueAt: string | null };

/** One's own mistakes once more, one after another, each with why. No points: only the list gets shorter. */
export function PracticePage({ ahead }: { ahead: boolean }) {
  const t = useTranslations("learn.practice");
  const common = useTranslations("common");
  const utils = trpc.useUtils();
  const [actionId] = useState(createRandomId);
  // A round is what it was when it began: what is answered meanwhile must not move it.
  const round = trpc.learner.practice.useQuery({ ahead }, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false });
  const [index, setIndex] = useState(0);
  const [given, setGiven] = useState<TypedAnswer | null | undefined>();
  const [review, setReview] = useState<Practised | null>(null);
  const [right, setRight] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const [failed, setFailed] = useState(false);
  const page = useRef<AbortController>(null);
  useEffect(() => {
    const controller = new AbortController();
    page.current = controller;
    return () => controller.abort();
  }, []);

  async function practise(answer: TypedAnswer | null) {
    const asked = round.data?.[index];
    const signal = page.current?.signal;
    if (!asked || !signal) return;
    setGiven(answer);
    setFailed(false);
    try {
      const { questionId } = asked.question;
      const marked = await untilThrough(() => utils.client.learner.practise.mutate({ actionId: `${actionId}.${index}`, questionId, answer }), { signal, onWaiting: () => setWaiting(true) });
      setReview({ question: asked.question, ...marked, points: 0 });
      if (marked.correct) setRight((count) => count + 1);
    } catch {
      setFailed(true);
    }
    setWaiting(false);
    setGiven(undefined);
  }
  function goOn() {
    setReview(null);
    setIndex(index + 1);
    // What changed is read again by the page that shows it.
    void utils.learner.mistakes.invalidate();
    void utils.learner.progress.invalidate();
  }

  if (failed || (round.error && !round.data)) {
    return <Page><ErrorState alone title={t("failed.title")} text={t("failed.text")} action={<Button look="primary" onClick={() => { setFailed(false); if (!round.data) void round.refetch(); }}>{common("retry")}</Button>} /></Page>;
  }
  if (!round.data) return <Page><Skeleton alone words={t("loading")} /></Page>;
  const asked = round.data[index];
  if (!asked) return <Ending right={right} count={round.data.length} />;
  return (
    <PlayingProvider language={asked.language} offsetMs={0}>
      {review ? (
        <QuestionReview review={review} note={t(review.correct ? (review.dueAt === null ? "offList" : "comesBack") : "stays")} next={index + 1 === round.data.length ? t("finish") : t("nextQuestion")} onNext={goOn} />
      ) : (
        <QuestionToAnswer
          key={asked.question.questionId}
          title={asked.title}
          question={asked.question}
          score={null}
          pending={given === undefined ? null : { questionId: asked.question.questionId, answer: given }}
          offline={waiting}
          timed={false}
          onAnswer={(answer) => void practise(answer)}
          onOver={() => undefined}
        />
      )}
    </PlayingProvider>
  );
}

const Page = ({ children }: { children: React.ReactNode }) => <main id="main" className={takeStyles.page}>{children}</main>;

function Ending({ right, count }: { right: number; count: number }) {
  const t = useTranslations("learn.practice");
  return (
    <Page>
      <h1 className={takeStyles.title}>{t(count === 0 ? "nothing.title" : "done.title")}</h1>
      <EmptyState title={count === 0 ? t("nothing.text") : t("done.right", { right, count })} action={<LinkButton look="primary" size="phone" href={routes.learn}>{t("back")}</LinkButton>} />
    </Page>
  );
}
