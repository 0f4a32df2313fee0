"use client";

import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./Menu.module.css";

/** A menu under a button. `trigger` is the button itself. */
export function Menu({ trigger, align = "end", side = "bottom", children }: { trigger: ReactNode; align?: "start" | "end"; side?: "top" | "bottom"; children: ReactNode }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.content} align={align} side={side} sideOffset={6} collisionPadding={8} loop>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type ItemProps = { icon?: ReactNode; danger?: boolean; disabled?: boolean; shortcut?: string; onSelect?: () => void; children: ReactNode };

export function MenuItem({ icon, danger = false, disabled = false, shortcut, onSelect, children }: ItemProps) {
  return (
    <DropdownMenu.Item className={classNames(styles.item, danger && styles.danger)} disabled={disabled} onSelect={onSelect}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.label}>{children}</span>
      {shortcut ? <kbd>{shortcut}</kbd> : null}
    </DropdownMenu.Item>
  );
}

/** One of several; the chosen one is ticked. */
export function MenuChoices<Value extends string>({ label, value, onChange, choices }: { label: string; value: Value; onChange: (value: Value) => void; choices: readonly { value: Value; label: string; note?: string; icon?: ReactNode }[] }) {
  return (
    <>
      <DropdownMenu.Label className={styles.heading}>{label}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={value} onValueChange={(next) => { const choice = choices.find((one) => one.value === next); if (choice) onChange(choice.value); }}>
        {choices.map((choice) => (
          <DropdownMenu.RadioItem key={choice.value} value={choice.value} className={styles.item}>
            <span className={styles.icon}>{choice.icon ?? <DropdownMenu.ItemIndicator><Check aria-hidden /></DropdownMenu.ItemIndicator>}</span>
            <span className={styles.label}>
              {choice.label}
              {choice.note ? <span className={styles.note}>{choice.note}</span> : null}
            </span>
            {choice.icon ? <DropdownMenu.ItemIndicator className={styles.icon}><Check aria-hidden /></DropdownMenu.ItemIndicator> : null}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className={styles.separator} />;
}
