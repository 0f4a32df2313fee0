import { useEffect, useState } from "react";

const oldOrderMs = 300;

/** False for a moment after a board came up, so that the old order is seen before it changes. */
export function useMoved(): boolean {
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setMoved(true), oldOrderMs);
    return () => clearTimeout(timer);
  }, []);
  return moved;
}
