import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import { routes } from "@/routes";
import { Button } from "@/ui/Button";
import { avatarCount } from "@/ui/GlyphAvatar";
import { recall, remember } from "../memory/browser-memory";
import { rememberPlayer } from "../memory/player-memory";
import { createRandomId } from "../network/random-id";
import { AvatarPicker } from "./AvatarPicker";
import type { JoinableGame } from "./join-api";
import { isAboutName, isAboutPattern, type JoinFailure, joinFailureOf, mayPass } from "./join-failure";
import { joinWithRetries, retries } from "./join-with-retries";
import type { LoadJoinApi } from "./load-join-api";
import styles from "./NameForm.module.css";
import { NicknameField } from "./NicknameField";
import { TeamPicker } from "./TeamPicker";
import { countCharacters, nicknameLimits } from "./nickname-length";

/** `seconds`: until one may come again, where the server says; `until`: when a block ends. */
type Failed = { state: "failed"; failure: JoinFailure; seconds?: number | null; until?: string };
type Going = { state: "idle" } | { state: "joining"; retry: number; seconds?: number | null } | Failed;

/** Only few games ask for a pattern: its pad comes when one does. */
const loadPatternPad = () => import("./PatternPad");
const PatternPad = lazy(loadPatternPad);

const avatarKey = "quickfire.avatar";

/** A letter and a name, and in. */
export function NameForm({ pin, game, startAvatar, loadApi }: { pin: string; game: JoinableGame; startAvatar: number; loadApi: LoadJoinApi }) {
  const t = useTranslations("player.join");
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [avatar, setAvatar] = useState(startAvatar);
  const [going, setGoing] = useState<Going>(game.locked ? { state: "failed", failure: "LOCKED" } : { state: "idle" });
  const [tapping, setTapping] = useState(false);
  const [team, setTeam] = useState<number | null>(null);
  const [teamSizes, setTeamSizes] = useState(game.teamSizes);
  const given = game.names === "given";
  const joining = going.state === "joining";
  const failure = going.state === "failed" ? going.failure : null;
  const seconds = going.state === "idle" ? null : going.seconds;
  const length = countCharacters(name);
  const ready = given || (length >= nicknameLimits.min && length <= nicknameLimits.max);

  // The letter of the last game, which only this browser remembers.
  useEffect(() => {
    const kept = recallAvatar();
    if (kept !== null) setAvatar(kept);
  }, []);
  useEffect(() => {
    if (game.joinPattern) void loadPatternPad().catch(() => null);
  }, [game.joinPattern]);
  useEffect(() => {
    if (failure && isAboutName(failure)) field.current?.focus();
  }, [failure]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (joining) return;
    if (!ready) return field.current?.focus();
    if (!game.joinPattern) return void join();
    setGoing({ state: "idle" });
    setTapping(true);
  };
  const join = async (pattern?: string) => {
    setGoing({ state: "joining", retry: 0 });
    const outcome = await enter(pattern);
    if (outcome === "in") return;
    setGoing(outcome);
    // What has nothing to do with the pattern is mended, or read, beside the name.
    if (!isAboutPattern(outcome.failure) && !mayPass(outcome.failure)) setTapping(false);
    if (outcome.failure === "TEAM_FULL") await lookAtTeams();
  };
  /** Others were faster: what has room now. */
  const lookAtTeams = async () => {
    const found = await (await loadApi()).findGame(pin);
    setTeam(null);
    if (found.ok) setTeamSizes(found.value.teamSizes);
  };
  const enter = async (pattern?: string): Promise<"in" | Failed> => {
    const request = { pin, avatar, participantName: given ? undefined : name.trim(), team: team ?? undefined, pattern, idempotencyKey: createRandomId() };
    try {
      const api = await loadApi();
      const joined = await joinWithRetries(request, { join: api.join, wait, onRetry: (retry, seconds) => setGoing({ state: "joining", retry, seconds }) });
      if (!joined.ok) return { state: "failed", failure: joinFailureOf(joined.error), seconds: joined.error.retryAfterSeconds, until: joined.error.until };
      const { gameId, participantId, token, name: shownName } = joined.value;
      rememberPlayer({ gameId, participantId, token, name: shownName, pin }, Date.now());
      remember(avatarKey, avatar);
      router.push(routes.play(gameId));
      return "in";
    } catch {
      return { state: "failed", failure: "UNREACHABLE" };
    }
  };

  const news = failure === "BLOCKED" ? <BlockedNote until={going.state === "failed" ? (going.until ?? null) : null} />
    : failure && !isAboutName(failure) ? <b className={styles.error}>{failure === "RATE_LIMITED" && seconds ? t("waitFor", { seconds }) : t(`failures.${failure}`)}</b>
    : going.state === "joining" && going.retry > 0 ? <b>{seconds ? t("againIn", { seconds }) : t("again", { attempt: going.retry, of: retries })}</b>
    : null;
  if (tapping) {
    return (
      <Suspense>
        <PatternPad joining={joining} note={news ?? (joining ? t("entering") : null)} onPattern={(pattern) => void join(pattern)} onBack={() => { setTapping(false); setGoing({ state: "idle" }); }} />
      </Suspense>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <AvatarPicker avatar={avatar} onChange={setAvatar} />
      {given ? (
        <div>
          <h1 className={styles.title}>{t("givenTitle")}</h1>
          <p className="secondary">{t("givenText")}</p>
        </div>
      ) : (
        <>
          <h1 className="visually-hidden" lang="">{game.title}</h1>
          <NicknameField
            ref={field}
            pin={pin}
            name={name}
            loadApi={loadApi}
            refused={failure && isAboutName(failure) ? t(`failures.${failure}`) : null}
            onChange={(next) => { setName(next); if (failure) setGoing({ state: "idle" }); }}
          />
        </>
      )}
      {teamSizes === null ? null : game.teamChoice === "pick" ? <TeamPicker sizes={teamSizes} team={team} onChange={setTeam} /> : <p className="secondary">{t("teamsDealt")}</p>}
      <div className={styles.push} />
      <p className={styles.note} role="status">
        {news ?? (game.phase === "lobby" ? t("privacy") : t("running"))}
      </p>
      <Button type="submit" look="primary" size="wide" className={styles.enter} aria-disabled={joining || !ready}>
        {joining ? t("entering") : game.phase === "lobby" ? t("enter") : t("enterRunning")}
      </Button>
    </form>
  );
}

/** Who is blocked is told so, and until when. */
function BlockedNote({ until }: { until: string | null }) {
  const t = useTranslations("player.join");
  const locale = useLocale();
  const date = until === null ? null : new Date(until).toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
  return <b className={styles.error}>{date === null ? t("failures.BLOCKED") : t("blockedUntil", { date })}</b>;
}

const wait = (ms: number) => new Promise<void>((resolve) => {
  setTimeout(resolve, ms);
});

function recallAvatar(): number | null {
  const kept = recall(avatarKey);
  return typeof kept === "number" && Number.isInteger(kept) && kept >= 0 && kept < avatarCount ? kept : null;
}
