import everydayWords from "./01-a1-everyday-words.json" with { type: "json" };
import pastSimple from "./02-a2-past-simple.json" with { type: "json" };
import phrasalVerbs from "./03-b1-phrasal-verbs.json" with { type: "json" };
import listeningDictation from "./04-b1-listening-dictation.json" with { type: "json" };
import conditionalsGaps from "./05-b2-conditionals-gaps.json" with { type: "json" };
import collocationsRegister from "./06-c1-collocations-register.json" with { type: "json" };
import wordOrderMatching from "./07-b1-word-order-matching.json" with { type: "json" };
import icebreaker from "./08-icebreaker-general-knowledge.json" with { type: "json" };

/** A quiz in the author's form. */
type AuthoredQuiz = { title: string; questions: { type: string }[] };

/** By file name, in the order in which the library shows them. Bundled with whoever imports this, so there is no file to lose. */
export const demoQuizzes: { name: string; quiz: AuthoredQuiz }[] = [
  { name: "01-a1-everyday-words", quiz: everydayWords },
  { name: "02-a2-past-simple", quiz: pastSimple },
  { name: "03-b1-phrasal-verbs", quiz: phrasalVerbs },
  { name: "04-b1-listening-dictation", quiz: listeningDictation },
  { name: "05-b2-conditionals-gaps", quiz: conditionalsGaps },
  { name: "06-c1-collocations-register", quiz: collocationsRegister },
  { name: "07-b1-word-order-matching", quiz: wordOrderMatching },
  { name: "08-icebreaker-general-knowledge", quiz: icebreaker },
];
