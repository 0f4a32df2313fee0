export { type AnomalySettings, anomalySettingsSchema } from "./anomaly-settings";
export { findAnomalies } from "./find-anomalies";
export { type AnomalyRule, anomalyRules, type Evidence, evidenceSchema, type Finding, type Strength } from "./finding";
export { countWords } from "./reading-time";
export type { WatchedAnswer, WatchedGame, WatchedParticipant, WatchedQuestion } from "./watched-game";
