import styles from "./TrendLine.module.css";

const width = 132;
const height = 32;
const margin = 5;

/** Shares from game to game as a line from 0 to 100%. Figures stand beside it, so it is for the eye alone. */
export function TrendLine({ shares }: { shares: readonly number[] }) {
  const step = (width - 2 * margin) / Math.max(1, shares.length - 1);
  const points = shares.map((share, index) => ({ x: margin + index * step, y: margin + (1 - share) * (height - 2 * margin) }));
  const last = points.at(-1);
  return (
    <svg className={styles.line} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden>
      <path className={styles.ground} d={`M0 ${height - margin + 0.5}H${width}`} />
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {last ? <circle cx={last.x} cy={last.y} r={3.5} /> : null}
    </svg>
  );
}
