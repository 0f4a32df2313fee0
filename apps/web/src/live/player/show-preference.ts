import { createContext, use } from "react";

/** Where a player reads the question: on this device, or only on the big screen. */
export type Show = "full" | "optionsOnly";

export const ShowContext = createContext<{ show: Show; chooseShow: (show: Show) => void } | null>(null);

export function useShow(): { show: Show; chooseShow: (show: Show) => void } {
  const preference = use(ShowContext);
  if (!preference) throw new Error("useShow needs a ShowProvider above it");
  return preference;
}
