import { questionMediaSchema } from "@quickfire/engine/question-types/question-fields";
import type { StoredQuestion } from "@quickfire/engine/question-types/index";
import { Image } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import styles from "./MediaFields.module.css";

type Media = NonNullable<StoredQuestion["media"]>;
type MediaFieldsProps = { media: Media | undefined; language: string; onChange: (media: Media | undefined, place: string) => void };

/** A picture or a sound by its address. Half an address stays here; only a whole one reaches the quiz. */
export function MediaFields({ media, language, onChange }: MediaFieldsProps) {
  const t = useTranslations("editor.media");
  const [image, setImage] = useState(media?.image ?? "");
  const [audio, setAudio] = useState(media?.audio ?? "");
  const [broken, setBroken] = useState<string | null>(null);

  function change(next: { image: string; audio: string; alt: string }, place: string) {
    const read = questionMediaSchema.safeParse(next);
    if (read.success) onChange(read.data, place);
  }

  const alt = media?.alt ?? "";
  const errorOf = (key: "image" | "audio", address: string) => (questionMediaSchema.safeParse({ [key]: address }).success ? null : t("addressProblem"));
  return (
    <details className={styles.media} open={media !== undefined}>
      <summary><Image aria-hidden /> {t("label")}</summary>
      <div className={styles.fields}>
        <TextField
          label={t("image")} hint={t("hint")} type="url" inputMode="url" spellCheck={false} maxLength={2_000} value={image} error={errorOf("image", image)}
          onChange={(event) => { setImage(event.target.value); setBroken(null); change({ image: event.target.value, audio, alt }, "image"); }}
        />
        {media?.image ? (
          <>
            <TextField
              label={t("alt")} hint={t("altHint")} lang={language} maxLength={500} value={alt}
              onChange={(event) => onChange({ ...media, alt: event.target.value || undefined }, "alt")}
            />
            {broken === media.image ? (
              <p className={styles.broken} role="status">{t("broken")}</p>
            ) : (
              // A picture from anywhere on the web, so the image optimiser can't know its host.
              // oxlint-disable-next-line nextjs/no-img-element
              <img className={styles.picture} src={media.image} alt={alt || t("preview")} referrerPolicy="no-referrer" onError={() => setBroken(media.image ?? null)} />
            )}
          </>
        ) : null}
        <TextField
          label={t("audio")} hint={t("hint")} type="url" inputMode="url" spellCheck={false} maxLength={2_000} value={audio} error={errorOf("audio", audio)}
          onChange={(event) => { setAudio(event.target.value); change({ image, audio: event.target.value, alt }, "audio"); }}
        />
        {/* What is heard may be the question itself, so nothing could stand beside it as text. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        {media?.audio ? <audio className={styles.sound} controls preload="none" src={media.audio} /> : null}
        {media ? (
          <Button look="quiet" size="compact" onClick={() => { setImage(""); setAudio(""); onChange(undefined, "media"); }}>{t("remove")}</Button>
        ) : null}
      </div>
    </details>
  );
}
