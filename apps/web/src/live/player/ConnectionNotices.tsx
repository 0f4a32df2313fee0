import { CircleSlash, Copy, Flag, UserX, WifiOff } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { routes } from "@/routes";
import { Button, LinkButton } from "@/ui/Button";
import { showCode } from "../parts/game-code";
import { useLiveDispatch } from "../parts/use-live";
import { attemptsUntilGivingUp, type ConnectionRefusal, retryRequested } from "../store/connection-slice";
import { Notice } from "./Notice";

function AnotherCode({ look = "quiet" }: { look?: "quiet" | "primary" }) {
  const t = useTranslations("player.notice");
  return <LinkButton href={routes.home} look={look} size={look === "primary" ? "wide" : "phone"}>{t("anotherCode")}</LinkButton>;
}

/** Every try failed: said honestly, with a way on. */
export function GaveUp({ lostAt, gaveUpAt, pin }: { lostAt: number; gaveUpAt: number; pin: string | null }) {
  const t = useTranslations("player.notice.gaveUp");
  const format = useFormatter();
  const dispatch = useLiveDispatch();
  const time = format.dateTime(lostAt, { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone });
  return (
    <Notice
      tone="warn"
      icon={<WifiOff aria-hidden />}
      title={t("title")}
      actions={<><Button look="primary" size="wide" onClick={() => dispatch(retryRequested())}>{t("retry")}</Button><AnotherCode /></>}
      foot={pin === null ? t("lastContact", { time }) : t("lastContactGame", { time, code: showCode(pin) })}
    >
      <p>{t("text", { attempts: attemptsUntilGivingUp, seconds: Math.round((gaveUpAt - lostAt) / 1_000) })}</p>
      <p className="small">{t("advice")}</p>
    </Notice>
  );
}

/** The same player plays on elsewhere: the newest place counts, until told otherwise. */
export function Replaced() {
  const t = useTranslations("player.notice.replaced");
  const dispatch = useLiveDispatch();
  return (
    <Notice icon={<Copy aria-hidden />} title={t("title")} actions={<Button look="primary" size="wide" onClick={() => dispatch(retryRequested())}>{t("useHere")}</Button>}>
      <p>{t("text")}</p>
    </Notice>
  );
}

export function Removed() {
  const t = useTranslations("player.notice.removed");
  return (
    <Notice icon={<UserX aria-hidden />} title={t("title")} actions={<AnotherCode look="primary" />}>
      <p>{t("text")}</p>
    </Notice>
  );
}

/** The game can't be entered from here, and trying again would not help. */
export function Refused({ reason }: { reason: ConnectionRefusal }) {
  const t = useTranslations("player.notice.refused");
  return (
    <Notice icon={reason === "ENDED" ? <Flag aria-hidden /> : <CircleSlash aria-hidden />} title={t(`${reason}.title`)} actions={<AnotherCode look="primary" />}>
      <p>{t(`${reason}.text`)}</p>
    </Notice>
  );
}
