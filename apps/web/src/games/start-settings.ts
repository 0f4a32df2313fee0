import { gameSettingsSchema, presets, type GameSettings } from "@quickfire/engine/settings";

export type PresetName = keyof typeof presets;
export const presetNames = ["classroom", "race"] as const satisfies readonly PresetName[];

/** For a host's first game; later ones begin as the last one did. */
export const defaultSettings: GameSettings = gameSettingsSchema.parse(presets.classroom);

/** The preset that the settings follow, or null where the host mixed their own. */
export function presetOf(settings: GameSettings): PresetName | null {
  return presetNames.find((name) => Object.entries(presets[name]).every(([key, value]) => Object.entries(settings).some(([one, set]) => one === key && set === value))) ?? null;
}

export function withPreset(settings: GameSettings, name: PresetName): GameSettings {
  return { ...settings, ...presets[name] };
}
