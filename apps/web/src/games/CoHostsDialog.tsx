"use client";

import { useTranslations } from "next-intl";
import { trpc, type ApiOutput } from "@/trpc/client";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { GlyphAvatar } from "@/ui/GlyphAvatar";
import { Skeleton } from "@/ui/Skeleton";
import { useToast } from "@/ui/Toasts";
import styles from "./CoHostsDialog.module.css";
import { InviteCoHost } from "./InviteCoHost";

type Hosts = ApiOutput["coHost"]["list"];

/** Who hosts a game: who opened it invites others and lets them go, everybody else may leave. */
export function CoHostsDialog({ game, onClose }: { game: { gameId: string; title: string }; onClose: () => void }) {
  const t = useTranslations("games.together");
  const hosts = trpc.coHost.list.useQuery({ gameId: game.gameId });
  return (
    <Dialog open onOpenChange={(open) => { if (!open) onClose(); }} title={t("title")} description={t("text")}>
      <div className={styles.form}>
        {hosts.data ? <HostList gameId={game.gameId} hosts={hosts.data} onLeft={onClose} /> : hosts.error ? <p role="alert">{t("failed")}</p> : <Skeleton words={t("loading")} rows={2} />}
        {hosts.data?.isOwner ? <InviteCoHost gameId={game.gameId} /> : null}
      </div>
    </Dialog>
  );
}

function HostList({ gameId, hosts, onLeft }: { gameId: string; hosts: Hosts; onLeft: () => void }) {
  const t = useTranslations("games.together");
  const utils = trpc.useUtils();
  const showToast = useToast();
  const remove = trpc.coHost.remove.useMutation({
    onSuccess: async (_, { userId }) => {
      showToast({ text: t("removed", { name: hosts.coHosts.find((host) => host.userId === userId)?.name ?? "" }) });
      if (!hosts.isOwner) onLeft();
      await Promise.all([utils.coHost.list.invalidate(), utils.game.list.invalidate()]);
    },
    onError: () => showToast({ text: t("failed"), tone: "error" }),
  });
  const ownId = trpc.account.me.useQuery(undefined, { staleTime: 300_000 }).data?.userId;
  const letGo = ({ userId }: Hosts["coHosts"][number]) => { if (!remove.isPending) remove.mutate({ gameId, userId }); };
  return (
    <>
      <ul className={styles.hosts}>
        {hosts.owner ? (
          <li className={styles.host}>
            <GlyphAvatar avatar={hosts.owner.avatar} size={32} />
            <span className={styles.name}>{hosts.owner.name}</span>
            <span className="faint">{t("owner")}</span>
          </li>
        ) : null}
        {hosts.coHosts.map((host) => (
          <li key={host.userId} className={styles.host}>
            <GlyphAvatar avatar={host.avatar} size={32} />
            <span className={styles.name}>{host.name}</span>
            {hosts.isOwner ? <Button size="compact" aria-label={t("removeOf", { name: host.name })} aria-disabled={remove.isPending} onClick={() => letGo(host)}>{t("remove")}</Button> : null}
            {host.userId === ownId ? <Button size="compact" aria-disabled={remove.isPending} onClick={() => letGo(host)}>{t("leave")}</Button> : null}
          </li>
        ))}
      </ul>
      {hosts.coHosts.length === 0 ? <p className="faint">{t("none")}</p> : null}
    </>
  );
}
