import journeys from "./playwright.config";

/** What takes too long for every run, and leaves pictures to be looked at: `playwright test --config playwright.drills.config.ts`. */
export default { ...journeys, testMatch: ["drills/**/*.spec.ts"], workers: 1 };
