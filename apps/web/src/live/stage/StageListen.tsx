import type { OpenQuestion } from "@quickfire/engine";
import { Listen } from "../parts/Listen";
import { StageTypeHint } from "./StageTypeHint";
import styles from "./StageParts.module.css";

/** For a class whose phones are muted, it is played here; the stage speaks only when somebody asks it to. */
export function StageListen({ question }: { question: OpenQuestion }) {
  return (
    <div className={styles.listening}>
      <Listen speech={question.speech} audio={question.media?.audio} large />
      <StageTypeHint />
    </div>
  );
}
