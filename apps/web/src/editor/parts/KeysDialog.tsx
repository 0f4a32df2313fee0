import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import styles from "./KeysDialog.module.css";

const shortcuts = [
  { does: "add", keys: ["N"] },
  { does: "duplicate", keys: ["Ctrl", "D"] },
  { does: "move", keys: ["Alt", "↑ ↓"] },
  { does: "undo", keys: ["Ctrl", "Z"] },
  { does: "redo", keys: ["Ctrl", "⇧", "Z"] },
  { does: "help", keys: ["?"] },
] as const;

/** The keys of the editor, for whoever asks with `?`. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("editor.keys");
  const common = useTranslations("common");
  return (
    <Dialog open={open} onOpenChange={(next) => { if (!next) onClose(); }} title={t("title")}>
      <dl className={styles.keys}>
        {shortcuts.map(({ does, keys }) => (
          <div key={does}>
            <dt>{t(does)}</dt>
            <dd>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dd>
          </div>
        ))}
      </dl>
      <Dialog.Actions><Button look="primary" onClick={onClose}>{common("close")}</Button></Dialog.Actions>
    </Dialog>
  );
}
