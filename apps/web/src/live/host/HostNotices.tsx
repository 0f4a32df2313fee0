import { CircleSlash, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { routes } from "@/routes";
import { Button, LinkButton } from "@/ui/Button";
import { useLiveDispatch } from "../parts/use-live";
import { Notice } from "../player/Notice";
import { attemptsUntilGivingUp, retryRequested } from "../store/connection-slice";

function ToGames({ look = "quiet" }: { look?: "quiet" | "primary" }) {
  const t = useTranslations("host.notice");
  return <LinkButton href={routes.games} look={look} size={look === "primary" ? "wide" : "phone"}>{t("games")}</LinkButton>;
}

/** Every try failed. What a host fears is for the game, so that is said first. */
export function HostGaveUp({ lostAt, gaveUpAt }: { lostAt: number; gaveUpAt: number }) {
  const t = useTranslations("host.notice.gaveUp");
  const dispatch = useLiveDispatch();
  return (
    <Notice
      tone="warn"
      icon={<WifiOff aria-hidden />}
      title={t("title")}
      actions={<><Button look="primary" size="wide" onClick={() => dispatch(retryRequested())}>{t("retry")}</Button><ToGames /></>}
    >
      <p>{t("text", { attempts: attemptsUntilGivingUp, seconds: Math.round((gaveUpAt - lostAt) / 1_000) })}</p>
      <p className="small">{t("advice")}</p>
    </Notice>
  );
}

/** The game can't be run from here. */
export function HostRefused({ isMissing }: { isMissing: boolean }) {
  const t = useTranslations(`host.notice.refused.${isMissing ? "UNKNOWN_GAME" : "NOT_THE_HOST"}`);
  return (
    <Notice icon={<CircleSlash aria-hidden />} title={t("title")} actions={<ToGames look="primary" />}>
      <p>{t("text")}</p>
    </Notice>
  );
}
