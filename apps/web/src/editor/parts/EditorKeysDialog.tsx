import { useTranslations } from "next-intl";
import { KeysDialog } from "@/ui/KeysDialog";

const shortcuts = [
  { does: "add", keys: ["N"] },
  { does: "duplicate", keys: ["Ctrl", "D"] },
  { does: "move", keys: ["Alt", "↑ ↓"] },
  { does: "undo", keys: ["Ctrl", "Z"] },
  { does: "redo", keys: ["Ctrl", "⇧", "Z"] },
  { does: "help", keys: ["?"] },
] as const;

/** The keys of the editor, for whoever asks with `?`. */
export function EditorKeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("editor.keys");
  return <KeysDialog open={open} onClose={onClose} title={t("title")} shortcuts={shortcuts.map(({ does, keys }) => ({ does: t(does), keys }))} />;
}
