// One catalogue for each folder of src, and one for each phase, so that people who work on different parts never meet in
// one file. What lies directly in src goes into "app".
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { formatter } from "@lingui/format-po";

const folders = (path) =>
  readdirSync(join(import.meta.dirname, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "locales")
    .map((entry) => entry.name)
    .toSorted();

const exclude = ["**/*.test.*", "**/*.browser.test.*", "**/gallery/**"];
const catalogue = (name, include) => ({
  path: `<rootDir>/src/locales/${name}/{locale}`,
  include,
  exclude,
});

/** @type {import("@lingui/conf").LinguiConfig} */
export default {
  sourceLocale: "en",
  locales: ["en", "de"],
  format: formatter({ origins: false, customHeaderAttributes: { "POT-Creation-Date": "" } }), // no line numbers, no dates: they only make conflicts
  catalogs: [
    catalogue("app", ["<rootDir>/src/*.tsx", "<rootDir>/src/*.ts"]),
    ...folders("src").flatMap((folder) =>
      folder === "phases"
        ? folders("src/phases").map((phase) =>
            catalogue(`phases-${phase}`, [`<rootDir>/src/phases/${phase}/**/*.{ts,tsx}`]),
          )
        : [catalogue(folder, [`<rootDir>/src/${folder}/**/*.{ts,tsx}`])],
    ),
  ],
};
