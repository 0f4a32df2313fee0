import { answerLetter, type AnswerLetter } from "./answer-letters";

const paths: Record<Exclude<AnswerLetter, "E">, string> = {
  A: "M12 1.5 22.5 13H16v9.5H8V13H1.5z",
  B: "M15 .8 3.6 13.6H10L8.2 23.2 20.4 10h-6.6z",
  C: "M16.2 1.7a10.8 10.8 0 1 0 6.3 13.9 8.6 8.6 0 0 1-6.3-13.9z",
  D: "M12 .8 23.2 12 12 23.2.8 12z",
  F: "M3.5 1h18.5l-5.5 6.7 5.5 6.7H7.3V23H3.5z",
  G: "M1.5 1.5h9v9h-9zM13.5 1.5h9v9h-9zM1.5 13.5h9v9h-9zM13.5 13.5h9v9h-9z",
  H: "M6.3 2h11.4L23.5 12l-5.8 10H6.3L.5 12z",
};

/** Arrow, bolt, crescent, diamond, egg, flag, grid, hexagon: each begins with its letter. Drawn in the text's colour. */
export function AnswerShape({ index }: { index: number }) {
  const letter = answerLetter(index);
  return (
    <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden>
      {letter === "E" ? <ellipse cx="12" cy="12" rx="11.4" ry="6.8" transform="rotate(-35 12 12)" /> : <path d={paths[letter]} />}
    </svg>
  );
}
