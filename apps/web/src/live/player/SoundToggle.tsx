import { Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { usePhoneSound } from "../sound/phone-sound";

/** Sounds on this phone; there are none until somebody wants them. */
export function SoundToggle() {
  const t = useTranslations("player.sound");
  const { on, switchSound } = usePhoneSound();
  return (
    <Button look="quiet" size="phone" iconOnly icon={on ? <Volume2 aria-hidden /> : <VolumeX aria-hidden />} aria-pressed={on} title={on ? t("on") : t("off")} onClick={switchSound}>
      {t("label")}
    </Button>
  );
}
