import { useTranslations } from "next-intl";
import { KeysDialog } from "@/ui/KeysDialog";

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
  return <KeysDialog open={open} onClose={onClose} title={t("title")} shortcuts={shortcuts.map(({ does, keys }) => ({ does: t(does), keys: keys.map((key) => (key === "Space" ? t("space") : key)) }))} />;
}
