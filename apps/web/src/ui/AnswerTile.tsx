import { Check, Lock, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, CSSProperties, ReactNode } from "react";
import { answerColour, answerLetter } from "./answer-letters";
import { AnswerKey } from "./AnswerKey";
import styles from "./AnswerTile.module.css";
import { classNames } from "./class-names";

/** `chosen` is tapped but not acknowledged, `locked` acknowledged; `missed` was right and not chosen. */
export type TileState = "idle" | "chosen" | "locked" | "disabled" | "right" | "wrong" | "missed";

type TileLooks = { index: number; text: ReactNode; state?: TileState; /** At the tile's end, in place of the state's own sign. */ end?: ReactNode };

function tileColour(index: number): CSSProperties {
  const colour: CSSProperties & { "--tile-colour": string } = { "--tile-colour": answerColour(index) };
  return colour;
}

function TileFace({ index, text, state = "idle", end }: TileLooks) {
  return (
    <>
      <AnswerKey index={index} look="slanted" stacked className={styles.key} />
      <span className={styles.text}>{text}</span>
      <span className={styles.end}>{end ?? <StateSign state={state} />}</span>
    </>
  );
}

function StateSign({ state }: { state: TileState }) {
  if (state === "locked") return <Lock aria-hidden />;
  if (state === "right") return <span className={styles.badge}><Check aria-hidden /></span>;
  if (state === "wrong") return <X aria-hidden />;
  if (state === "missed") return <Check aria-hidden />;
  return null;
}

/** A tile to be tapped. Its name for screen readers is "B, bolt: the text". */
export function AnswerTile({ index, text, state = "idle", end, className, ...button }: TileLooks & ComponentProps<"button">) {
  const t = useTranslations("common.answers");
  const letter = answerLetter(index);
  const name = t("name", { letter, shape: t(letter) });
  return (
    <button
      type="button"
      aria-label={typeof text === "string" ? `${name}: ${text}` : name}
      aria-pressed={state === "chosen" || state === "locked"}
      className={classNames(styles.tile, className)}
      data-state={state}
      style={tileColour(index)}
      {...button}
    >
      <TileFace index={index} text={text} state={state} end={end} />
    </button>
  );
}

/** The same tile to be looked at: on the big screen and at the reveal. */
export function AnswerPanel({ index, text, state = "idle", end, className }: TileLooks & { className?: string }) {
  return (
    <div className={classNames(styles.tile, className)} data-state={state} style={tileColour(index)}>
      <TileFace index={index} text={text} state={state} end={end} />
    </div>
  );
}
