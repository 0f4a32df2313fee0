import journeys from "./playwright.config";

/** Every screen in pictures, to be looked at: `playwright test --config playwright.pictures.config.ts`, then open test-results/pictures/index.html. */
export default { ...journeys, testMatch: ["pictures/**/*.spec.ts"], workers: 1 };
