"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/Button";
import { avatarColourToken, glyphId } from "@/ui/GlyphAvatar";
import { PlainLink } from "@/ui/PlainLink";
import { useSlow } from "../../parts/use-slow";
import { drawResultPicture, type ResultWords } from "./draw-result-picture";
import styles from "./ResultPicture.module.css";
import { canShare, sharePicture } from "./share-picture";

type Picture = { state: "drawing" } | { state: "failed" } | { state: "drawn"; file: File; address: string };
type ResultPictureProps = { words: ResultWords; avatar: number };

/** The result as a picture that its player may send on. It is drawn here and stays here: who gets it, only they decide. */
export function ResultPicture({ words, avatar }: ResultPictureProps) {
  const t = useTranslations("player.result.picture");
  const card = useRef<HTMLDivElement>(null);
  const picture = usePicture({ words, avatar }, t("fileName"));
  const slow = useSlow(picture.state === "drawing");
  const [refused, setRefused] = useState(false);
  useEffect(() => card.current?.scrollIntoView({ block: "nearest" }), []);
  const described = t("described", words);
  const share = async (file: File) => setRefused((await sharePicture(file, described)) === "failed");
  return (
    <div ref={card} className={styles.card}>
      <div className={styles.frame}>
        {picture.state === "drawn" ? (
          // oxlint-disable-next-line nextjs/no-img-element -- this very page has made it: no server could make it smaller
          <img src={picture.address} alt={described} width={320} height={400} />
        ) : (
          <p role="status" className={styles.words}>{picture.state === "failed" ? t("failed") : slow ? t("drawing") : null}</p>
        )}
      </div>
      {picture.state === "drawn" ? (
        <div className={styles.actions}>
          {canShare(picture.file) ? <Button look="primary" size="phone" onClick={() => void share(picture.file)}>{t("share")}</Button> : null}
          <PlainLink size="phone" href={picture.address} download={picture.file.name}>{t("save")}</PlainLink>
        </div>
      ) : null}
      <p className={styles.note} role="status">{refused ? t("refused") : t("private")}</p>
    </div>
  );
}

function usePicture({ words, avatar }: ResultPictureProps, fileName: string): Picture {
  const [picture, setPicture] = useState<Picture>({ state: "drawing" });
  const { title, place, placeNote, name, points } = words;
  useEffect(() => {
    let isLeft = false;
    let address: string | null = null;
    const colour = (token: string) => getComputedStyle(document.documentElement).getPropertyValue(token).trim();
    const looks = {
      avatar: colour(avatarColourToken(avatar)), onAvatar: colour("--qf-on-answer"), glyph: glyphId(avatar),
      board: colour("--qf-board"), chalk: colour("--qf-chalk"), chalkSoft: colour("--qf-chalk-2"),
    };
    drawResultPicture({ title, place, placeNote, name, points }, looks).then(
      (blob) => {
        if (isLeft) return;
        const file = new File([blob], fileName, { type: blob.type });
        address = URL.createObjectURL(file);
        setPicture({ state: "drawn", file, address });
      },
      () => (isLeft ? undefined : setPicture({ state: "failed" })),
    );
    return () => {
      isLeft = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [title, place, placeNote, name, points, avatar, fileName]);
  return picture;
}
