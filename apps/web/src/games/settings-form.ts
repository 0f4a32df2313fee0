import type { GameSettings } from "@quickfire/engine/settings";

/** What every part of the set-up works on: all settings, and what becomes of them. */
export type SettingsFormProps = { settings: GameSettings; onChange: (settings: GameSettings) => void };
