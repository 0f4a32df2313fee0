import { useTranslations } from "next-intl";
import { AnswerKey } from "./AnswerKey";
import { answerLetter } from "./answer-letters";
import { classNames } from "./class-names";
import styles from "./TeamName.module.css";

/** What a team is called: by the shape that is its sign. Teams count from 1. */
export function useTeamName(): (team: number) => string {
  const t = useTranslations("common.teams");
  return (team) => t(answerLetter(team - 1));
}

/** A team's sign (shape, letter and colour) with its name. */
export function TeamName({ team, className }: { team: number; className?: string }) {
  const name = useTeamName();
  return (
    <span className={classNames(styles.team, className)}>
      <AnswerKey index={team - 1} />
      <span>{name(team)}</span>
    </span>
  );
}
