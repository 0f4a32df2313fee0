import type { GameSettings } from "@quickfire/engine/settings";

/** What every part of the set-up works on: all settings, and what becomes of them. */
export type SettingsFormProps = { settings: GameSettings; onChange: (settings: GameSettings) => void };

/** The steps offered, with the value in force among them even if it is none of them. */
export const withValue = (steps: readonly number[], value: number): number[] => [...new Set([...steps, value])].sort((one, other) => one - other);
