/** The wordmark in outlines, so that no font is needed for it; in a file, so that no page carries it twice. Both i's are lit. */
export function Logo({ height = 25 }: { height?: number }) {
  return (
    <svg height={height} width={(height * 505) / 98} viewBox="0 -84 505 98" role="img" aria-label="Quickfire" overflow="visible">
      <use href="/wordmark.svg#letters" x="0" y="-84" width="505" height="98" />
      <use href="/wordmark.svg#strikes" x="0" y="-84" width="505" height="98" color="var(--qf-flare)" />
    </svg>
  );
}
