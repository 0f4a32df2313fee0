import styles from "./Skeleton.module.css";

/** Where something is on its way: grey bars that say in words what is being waited for. Where a whole page is, the words are its title. */
export function Skeleton({ words, rows = 3, alone = false }: { words: string; rows?: number; alone?: boolean }) {
  const Words = alone ? "h1" : "p";
  return (
    <div role="status" className={styles.skeleton}>
      <Words className={styles.words}>{words}</Words>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} aria-hidden>
          <span className={styles.square} />
          <span className={styles.lines}>
            <span style={{ width: `${62 - ((row * 17) % 30)}%` }} />
            <span style={{ width: `${34 - ((row * 11) % 14)}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}
