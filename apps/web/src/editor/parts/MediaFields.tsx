import { questionLimits, questionMediaSchema } from "@quickfire/engine/question-types/question-fields";
import type { StoredQuestion } from "@quickfire/engine/question-types/index";
import { Image } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import styles from "./MediaFields.module.css";

type Media = NonNullable<StoredQuestion["media"]>;
type MediaFieldsProps = { media: Media | undefined; language: string; onChange: (media: Media | undefined, place: string) => void };

/** A picture or a sound by its address. What is half typed stays here; the quiz gets it when the field is left. */
export function MediaFields({ media, language, onChange }: MediaFieldsProps) {
  const t = useTranslations("editor.media");
  const [broken, setBroken] = useState<string | null>(null);
  const alt = media?.alt ?? "";

  function setAddress(key: "image" | "audio", address: string) {
    const read = questionMediaSchema.safeParse({ ...media, [key]: address });
    if (read.success) onChange(read.data, key);
    return read.success;
  }

  return (
    <details className={styles.media} open={media !== undefined}>
      <summary><Image aria-hidden /> {t("label")}</summary>
      <div className={styles.fields}>
        <AddressField key={`image-${media?.image ?? ""}`} label={t("image")} address={media?.image ?? ""} onLeave={(address) => setAddress("image", address)} />
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
        <AddressField key={`audio-${media?.audio ?? ""}`} label={t("audio")} address={media?.audio ?? ""} onLeave={(address) => setAddress("audio", address)} />
        {/* What is heard may be the question itself, so nothing could stand beside it as text. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        {media?.audio ? <audio className={styles.sound} controls preload="none" src={media.audio} /> : null}
        {media ? <Button look="quiet" size="compact" onClick={() => onChange(undefined, "media")}>{t("remove")}</Button> : null}
      </div>
    </details>
  );
}

/** Checked when it is left, and again while it is being mended. `onLeave` says whether the address was taken. */
function AddressField({ label, address, onLeave }: { label: string; address: string; onLeave: (address: string) => boolean }) {
  const t = useTranslations("editor.media");
  const [text, setText] = useState(address);
  const [wrong, setWrong] = useState(false);
  const leave = () => { if (text !== address) setWrong(!onLeave(text)); };
  return (
    <TextField
      label={label} hint={t("hint")} type="url" inputMode="url" spellCheck={false} maxLength={questionLimits.mediaLength} value={text}
      error={wrong ? t("addressProblem") : null}
      onChange={(event) => {
        setText(event.target.value);
        if (wrong) setWrong(!questionMediaSchema.safeParse({ image: event.target.value }).success);
      }}
      onBlur={leave}
      onKeyDown={(event) => { if (event.key === "Enter") leave(); }}
    />
  );
}
