"use client";

import { Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./Button";
import styles from "./CopyField.module.css";
import { TextField } from "./Field";

/** Something to be taken along, by a press; where the browser has no clipboard for us (plain HTTP), by hand. */
export function CopyField({ label, value, copy, copied, hint }: { label: string; value: string; copy: string; copied: string; hint?: string }) {
  const [done, setDone] = useState(false);
  const take = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setDone(true);
    } catch {
      setDone(false);
    }
  };
  return (
    <div>
      <div className={styles.row}>
        <TextField label={label} hint={hint} readOnly value={value} inputClassName={styles.value} onFocus={(event) => event.target.select()} />
        <Button icon={<Copy aria-hidden />} onClick={() => void take()}>{done ? copied : copy}</Button>
      </div>
      <span role="status" className="visually-hidden">{done ? copied : null}</span>
    </div>
  );
}
