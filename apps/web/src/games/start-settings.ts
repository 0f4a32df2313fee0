import { gameSettingsSchema, presets, type GameSettings } from "@quickfire/engine/settings";

export type PresetName = keyof typeof presets;
export const presetNames = ["classroom", "race"] as const satisfies readonly PresetName[];

export const defaultSettings: GameSettings = gameSettingsSchema.parse(presets.classroom);

/** The preset that the settings follow, or null where the host mixed their own. */
export function presetOf(settings: GameSettings): PresetName | null {
  return presetNames.find((name) => Object.entries(presets[name]).every(([key, value]) => Object.entries(settings).some(([one, set]) => one === key && set === value))) ?? null;
}

export function withPreset(settings: GameSettings, name: PresetName): GameSettings {
  return { ...settings, ...presets[name] };
}

const storageKey = "quickfire.game-settings";

/** The settings of the last game that was started in this browser. What a newer version no longer knows is dropped. */
export function rememberedSettings(storage: Pick<Storage, "getItem">): GameSettings {
  const parsed = gameSettingsSchema.safeParse(parseJson(storage.getItem(storageKey)));
  return parsed.success ? parsed.data : defaultSettings;
}

/** The region belongs to the place, not to the taste of the host: it is not kept. */
export function rememberSettings(storage: Pick<Storage, "setItem">, settings: GameSettings): void {
  try {
    storage.setItem(storageKey, JSON.stringify({ ...settings, region: undefined }));
  } catch {
    // A full or forbidden storage must not keep a game from starting.
  }
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
