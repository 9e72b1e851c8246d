// Every text a person can read stands in the catalogues, in every language. Extracts the messages from the sources in
// memory and names each one that a catalogue lacks, that has no translation or two of them, or that nobody says any more.
import { createRequire } from "node:module";
import { relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const fromClient = createRequire(`${root}client/package.json`);
const load = (name) => import(pathToFileURL(fromClient.resolve(name)));
const { getCatalogs } = await load("@lingui/cli/api");
const { getConfig } = await load("@lingui/conf");

const config = getConfig({ cwd: `${root}client` });
const problems = [];
/** Language and id of a message → its translation, and where that stands. One id is one text, whichever file wins. */
const first = new Map();
let count = 0;
for (const catalogue of await getCatalogs(config)) {
  const said = await catalogue.collect({});
  if (!said) {
    problems.push(
      `${catalogue.name ?? catalogue.path}: the messages could not be read from the sources`,
    );
    continue;
  }
  for (const language of config.locales) {
    const written = (await catalogue.read(language)) ?? {};
    const file = relative(root, catalogue.getFilename(language));
    for (const [id, { message }] of Object.entries(said)) {
      count += 1;
      const entry = written[id];
      if (!entry || entry.obsolete) problems.push(`${file}: not extracted: “${message}”`);
      else if (language !== config.sourceLocale && !entry.translation?.trim())
        problems.push(`${file}: not translated: “${message}”`);
      else if (language !== config.sourceLocale) {
        const other = first.get(`${language} ${id}`) ?? { translation: entry.translation, file };
        first.set(`${language} ${id}`, other);
        if (other.translation !== entry.translation)
          problems.push(
            `${file}: “${entry.translation}” for “${message}”, but “${other.translation}” in ${other.file}: only one of them is shown`,
          );
      }
    }
    for (const [id, { message }] of Object.entries(written))
      if (!said[id]) problems.push(`${file}: no longer used: “${message}”`);
  }
}
if (problems.length > 0) {
  console.error(problems.join("\n"));
  console.error(
    `${problems.length} of ${count} texts are not in order. Run \`pnpm --filter @secondstory/client messages\`, then translate what is empty in client/src/locales.`,
  );
  process.exit(1);
}
console.log(`All ${count} texts are in the catalogues.`);
