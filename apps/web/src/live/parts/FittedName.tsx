import { classNames } from "@/ui/class-names";
import styles from "./FittedName.module.css";

const narrowFrom = 17;
const narrowestFrom = 21;

/** A name of up to 24 characters: long ones grow narrower on the width axis before anything is cut. */
export function FittedName({ name, className }: { name: string; className?: string }) {
  const length = [...name].length;
  const fit = length >= narrowestFrom ? styles.narrowest : length >= narrowFrom ? styles.narrow : null;
  return <span className={classNames(styles.name, fit, className)} title={name}>{name}</span>;
}
