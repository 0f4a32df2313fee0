"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./Button";
import { classNames } from "./class-names";
import styles from "./Dialog.module.css";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** For a long form, which then has two columns. */
  wide?: boolean;
  /** What it asks, then `Dialog.Actions`. */
  children?: ReactNode;
};

/** Keeps the keyboard inside while it is open, closes on Escape, and gives the focus back. */
export function Dialog({ open, onOpenChange, title, description, wide, children }: DialogProps) {
  const t = useTranslations("common");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content className={classNames(styles.content, wide && styles.wide)} onOpenAutoFocus={focusOnDialog} {...(description ? {} : { "aria-describedby": undefined })}>
          <div className={styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <Button look="quiet" size="compact" iconOnly icon={<X aria-hidden />}>{t("close")}</Button>
            </Radix.Close>
          </div>
          <div className={styles.body}>
            {description ? <Radix.Description className={styles.description}>{description}</Radix.Description> : null}
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** On the whole, whose title is then read out: a ring around the cross would be the first thing seen, and a field would raise a phone's keyboard. */
function focusOnDialog(event: Event) {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  event.currentTarget.focus();
}

/** The buttons at the foot; the one that does what the title says comes last. */
Dialog.Actions = function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
};
