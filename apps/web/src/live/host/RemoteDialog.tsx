import { useTranslations } from "next-intl";
import { Dialog } from "@/ui/Dialog";
import { routes } from "@/routes";
import { QrCode } from "../stage/QrCode";
import styles from "./RemoteDialog.module.css";

/** The way to the same desk on a phone. The link alone lets nobody in: the phone signs in as the host, or a co-host, does. */
export function RemoteDialog({ gameId, open, onOpenChange }: { gameId: string; open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations("host.remote");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} description={t("text")}>
      {open ? <QrCode url={new URL(routes.host(gameId), window.location.origin).href} label={t("qr")} className={styles.code} /> : null}
    </Dialog>
  );
}
