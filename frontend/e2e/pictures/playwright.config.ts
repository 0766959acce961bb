import tests from "../../playwright.config";

/** Takes the pictures of the documentation anew: `npm run pictures`. */
export default { ...tests, testDir: ".", testMatch: "pictures.ts" };
