import { usePlaying } from "./playing";

/** For the `lang` of what the author wrote; the interface around it may speak another one. Empty where it is not known. */
export const useQuizLanguage = (): string => usePlaying().language;
