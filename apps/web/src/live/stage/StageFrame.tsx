import { type ReactNode, use } from "react";
import { classNames } from "@/ui/class-names";
import { DaylightContext } from "./daylight";
import styles from "./StageFrame.module.css";

/**
 * The board that hangs on the wall. Every measure on it is a share of its own width (`--u`, a hundredth of it), so that it
 * looks the same on a projector of any shape and in the host's window.
 */
export function StageFrame({ fuse, bar, children }: { fuse?: ReactNode; bar?: ReactNode; children: ReactNode }) {
  const daylight = use(DaylightContext);
  return (
    <div className={classNames("stage", daylight && "day", styles.frame)}>
      <div className={styles.inner}>
        {fuse}
        {bar}
        {children}
      </div>
    </div>
  );
}
