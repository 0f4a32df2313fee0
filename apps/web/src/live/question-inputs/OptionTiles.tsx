import type { OpenQuestion } from "@quickfire/engine";
import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { AnswerShape } from "@/ui/AnswerShape";
import { answerColour, answerLetter } from "@/ui/answer-letters";
import { AnswerTile, type TileState } from "@/ui/AnswerTile";
import { classNames } from "@/ui/class-names";
import { usePlaying } from "../parts/playing";
import { useQuizLanguage } from "../parts/use-quiz-language";
import { useSlow } from "../parts/use-slow";
import { useOptionTexts } from "./option-texts";
import styles from "./OptionTiles.module.css";

type OptionTilesProps = {
  question: OpenQuestion;
  stateOf: (index: number) => TileState;
  open: boolean;
  /** The answer is on its way: said in the tile only where it takes long. */
  sending: boolean;
  optionsOnly: boolean;
  onPick: (index: number) => void;
};

const shortText = 14;

/** The options to tap: tiles with their texts, or full-bleed keys for those who read the question from the big screen. */
export function OptionTiles({ question, stateOf, open, sending, optionsOnly, onPick }: OptionTilesProps) {
  const texts = useOptionTexts(question);
  const language = useQuizLanguage();
  const many = texts.length > 4;
  const short = texts.every((text) => [...text].length <= shortText);
  const layout = optionsOnly ? styles.keys : many && short ? styles.pairs : many ? styles.tight : styles.list;
  return (
    <div className={classNames(styles.tiles, layout)} lang={question.type === "truefalse" ? undefined : language}>
      {texts.map((text, index) => {
        const state = stateOf(index);
        // What was chosen stays where the focus is; a further tap on it does nothing.
        const disabled = state === "disabled" || (!open && state === "idle");
        const tile = { index, text, state, disabled, onClick: () => (open ? onPick(index) : undefined) };
        const end = state === "chosen" ? <SendingSign sending={sending} bare={optionsOnly} /> : undefined;
        return optionsOnly ? <FullKey key={question.optionIds[index]} {...tile} end={end} /> : <AnswerTile key={question.optionIds[index]} {...tile} end={end} />;
      })}
    </div>
  );
}

function FullKey({ index, text, state, end, disabled, onClick }: { index: number; text: string; state: TileState; end: React.ReactNode; disabled: boolean; onClick: () => void }) {
  const t = useTranslations("common.answers");
  const letter = answerLetter(index);
  return (
    <button
      type="button"
      className={styles.key}
      data-state={state}
      style={{ background: answerColour(index) }}
      aria-label={`${t("name", { letter, shape: t(letter) })}: ${text}`}
      aria-pressed={state === "chosen" || state === "locked"}
      disabled={disabled}
      onClick={onClick}
    >
      <AnswerShape index={index} />
      <b>{letter}</b>
      {end}
    </button>
  );
}

function SendingSign({ sending, bare }: { sending: boolean; bare: boolean }) {
  const t = useTranslations("player.answer");
  const { offline } = usePlaying();
  const slow = useSlow(sending);
  if (!slow) return null;
  // Nothing is sent without a network: the clock alone says that it waits.
  return bare || offline ? <Clock className={bare ? styles.clock : undefined} aria-hidden /> : <><Clock aria-hidden />{t("sending")}</>;
}
