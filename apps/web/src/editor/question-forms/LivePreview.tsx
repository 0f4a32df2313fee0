import { openQuestionView } from "@quickfire/engine/views/question-views";
import type { StoredQuestion } from "@quickfire/engine/question-types/index";
import { useState } from "react";
import { PlayingProvider } from "@/live/parts/playing";
import { Slide } from "@/live/player/Slide";
import { questionInputOf } from "@/live/question-inputs/registry";
import type { TypedAnswer } from "@/live/store/answer";
import styles from "./parts.module.css";

/** The very input that players will have, to be tried out; what is locked in stays so until the question changes. */
export function LivePreview({ question, language }: { question: StoredQuestion; language: string }) {
  const [given, setGiven] = useState<{ content: string; answer: TypedAnswer } | null>(null);
  const open = openQuestionView(question, { round: 1, rounds: 1, startsAt: 0, endsAt: 0 });
  const { Answering } = questionInputOf(question.type);
  const { questionId } = open;
  const content = JSON.stringify(open);
  const answer = given?.content === content ? given.answer : null;
  return (
    <PlayingProvider language={language} offsetMs={0}>
      <div key={content} className={styles.preview}>
        {question.type === "slide" ? <Slide question={open} /> : (
          <Answering question={open} state={answer ? { questionId, answer, status: "accepted", feedback: null } : undefined} open optionsOnly={false} onAnswer={(next) => setGiven({ content, answer: next })} />
        )}
      </div>
    </PlayingProvider>
  );
}
