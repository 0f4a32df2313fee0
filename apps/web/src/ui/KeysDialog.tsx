import { useTranslations } from "next-intl";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import styles from "./KeysDialog.module.css";

type KeysDialogProps = { open: boolean; onClose: () => void; title: string; shortcuts: readonly { does: string; keys: readonly string[] }[] };

/** What the keys of a page do, in words that are shown as they are, for whoever asks with `?`. */
export function KeysDialog({ open, onClose, title, shortcuts }: KeysDialogProps) {
  const t = useTranslations("common");
  return (
    <Dialog open={open} onOpenChange={(next) => { if (!next) onClose(); }} title={title}>
      <dl className={styles.keys}>
        {shortcuts.map(({ does, keys }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dd>
          </div>
        ))}
      </dl>
      <Dialog.Actions><Button look="primary" onClick={onClose}>{t("close")}</Button></Dialog.Actions>
    </Dialog>
  );
}
