import type { CSSProperties, ReactNode } from "react";
import { classNames } from "@/ui/class-names";
import styles from "./PodiumColumn.module.css";
import type { PodiumStep } from "./podium-places";

type PodiumColumnProps = { step: Pick<PodiumStep<{ rank: number }>, "row" | "height" | "turn">; name: string; score: string; /** The colour of the dot, and what stands in it. */ colour: string; sign: ReactNode };

/** One letter i of the podium: a stem with its rank, and a dot that is lit. */
export function PodiumColumn({ step: { row, height, turn }, name, score, colour, sign }: PodiumColumnProps) {
  const looks: CSSProperties & Record<"--turn" | "--dot", number | string> = { "--turn": turn, "--dot": colour };
  return (
    <li className={classNames(styles.column, styles[height])} style={looks}>
      <div className={styles.who}>
        <p className={styles.name}>{name}</p>
        <p className={`figure ${styles.score}`}>{score}</p>
      </div>
      <span className={styles.dot}>{sign}</span>
      <span className={styles.stem}><span className="figure">{row.rank}</span></span>
    </li>
  );
}
