"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { routes } from "@/routes";
import { Button } from "@/ui/Button";
import { readCode } from "../parts/game-code";
import { CodeBoxes } from "./CodeBoxes";
import styles from "./CodeForm.module.css";
import { type JoinFailure, joinFailureOf } from "./join-failure";
import { Keypad } from "./Keypad";
import { type LoadJoinApi, loadJoinApi } from "./load-join-api";
import { ScanButton } from "./ScanButton";

const codeLength = 6;

/** Six digits, by keyboard, by the keypad in reach of the thumb, or pasted; the sixth one goes in by itself. */
export function CodeForm({ initialCode, loadApi = loadJoinApi }: { initialCode: string; loadApi?: LoadJoinApi }) {
  const t = useTranslations("player.join");
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState(initialCode);
  const [state, setState] = useState<"typing" | "checking" | JoinFailure>("typing");
  const checking = state === "checking";
  const failure = state === "typing" || checking ? null : state;

  useEffect(() => field.current?.focus(), []);

  const enter = async (pin: string) => {
    setState("checking");
    router.prefetch(routes.join(pin));
    try {
      const found = await (await loadApi()).findGame(pin);
      if (found.ok) return router.push(routes.join(pin));
      setState(joinFailureOf(found.error));
    } catch {
      setState("UNREACHABLE");
    }
    field.current?.focus();
  };
  const change = (text: string) => {
    if (checking) return;
    const next = readCode(text);
    setCode(next);
    setState("typing");
    // Five more digits take longer to type than this takes to come.
    if (code === "") void loadApi().catch(() => null);
    if (next.length === codeLength && next !== code) void enter(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === codeLength && !checking) void enter(code);
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <h1 className={styles.title} id="code-title">{t("title")}</h1>
      <CodeBoxes ref={field} code={code} invalid={failure !== null} onChange={change} />
      <p id="code-note" className={styles.note} role="status">
        {failure ? <span className={styles.error}>{t(`failures.${failure}`)}</span> : checking ? t("checking") : null}
      </p>
      <div className={styles.ways}>
        <Button type="submit" look="primary" size="wide" className={styles.join} disabled={code.length < codeLength || checking}>{t("join")}</Button>
        <ScanButton disabled={checking} onFound={change} />
      </div>
      <div className={styles.push} />
      <Keypad
        onDigit={(digit) => change(failure ? digit : code + digit)}
        onErase={() => change(code.slice(0, -1))}
      />
    </form>
  );
}
