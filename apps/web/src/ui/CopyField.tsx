"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "./Button";
import styles from "./CopyField.module.css";
import { Field } from "./Field";

/** Something to be taken along, by a press; where the browser has no clipboard for us (plain HTTP), it is marked for the keyboard. */
export function CopyField({ label, value, copy, copied, hint }: { label: string; value: string; copy: string; copied: string; hint?: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState(false);
  const take = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setDone(true);
    } catch {
      setDone(false);
    }
  };
  return (
    <div>
      <Field label={label} hint={hint}>
        {(control) => (
          <span className={styles.line}>
            <input {...control} ref={field} className={styles.value} value={value} readOnly onFocus={(event) => event.target.select()} />
            <Button icon={done ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={() => void take()}>{done ? copied : copy}</Button>
          </span>
        )}
      </Field>
      <span role="status" className="visually-hidden">{done ? copied : null}</span>
    </div>
  );
}
