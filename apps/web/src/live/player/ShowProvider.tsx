import { type ReactNode, useMemo, useState } from "react";
import { recall, remember } from "../memory/browser-memory";
import { type Show, ShowContext } from "./show-preference";

const key = "quickfire.show";

const recallShow = (): Show | null => {
  const kept = recall(key);
  return kept === "full" || kept === "optionsOnly" ? kept : null;
};

/** The player's own choice goes before the game's, in this game and the next ones. */
export function ShowProvider({ gameDefault, children }: { gameDefault: Show; children: ReactNode }) {
  const [chosen, setChosen] = useState(recallShow);
  const preference = useMemo(
    () => ({
      show: chosen ?? gameDefault,
      chooseShow: (show: Show) => {
        remember(key, show);
        setChosen(show);
      },
    }),
    [chosen, gameDefault],
  );
  return <ShowContext value={preference}>{children}</ShowContext>;
}
