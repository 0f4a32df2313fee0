import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import styles from "./HostKeysDialog.module.css";

const shortcuts = [
  { does: "next", keys: ["Space", "→"] },
  { does: "back", keys: ["←"] },
  { does: "pause", keys: ["P"] },
  { does: "extend", keys: ["T"] },
  { does: "skip", keys: ["S"] },
  { does: "lock", keys: ["L"] },
  { does: "mute", keys: ["M"] },
  { does: "qr", keys: ["Q"] },
  { does: "fullScreen", keys: ["F"] },
  { does: "daylight", keys: ["D"] },
  { does: "help", keys: ["?"] },
] as const;

/** The keys of the desk and the stage, for whoever asks with `?`. */
export function HostKeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("host.keys");
  const common = useTranslations("common");
  return (
    <Dialog open={open} onOpenChange={(next) => { if (!next) onClose(); }} title={t("title")}>
      <dl className={styles.keys}>
        {shortcuts.map(({ does, keys }) => (
          <div key={does}>
            <dt>{t(does)}</dt>
            <dd>{keys.map((key) => <kbd key={key}>{key === "Space" ? t("space") : key}</kbd>)}</dd>
          </div>
        ))}
      </dl>
      <Dialog.Actions><Button look="primary" onClick={onClose}>{common("close")}</Button></Dialog.Actions>
    </Dialog>
  );
}
