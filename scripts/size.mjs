// The size budget of the first paint: the landing page and a board with its first phase, rich text left out, gzip, from
// Vite's manifest over static imports. Dynamic imports of a phase or the editor are not counted: they come later.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const budgetBytes = 200_000;
const dist = fileURLToPath(new URL("../client/dist/", import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, "utf8"));

/** Every file that must be there before `keys` can run. */
function filesOf(keys, seen = new Set()) {
  const files = new Set();
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest of the build`);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const file of filesOf(chunk.imports ?? [], seen)) files.add(file);
  }
  return files;
}

const gzipBytes = (files) =>
  [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(dist + file), { level: 9 }).length,
    0,
  );
const sizes = {
  landing: gzipBytes(
    filesOf(["index.html", "src/landing/landing-page.tsx", "src/i18n/page-messages.ts"]),
  ),
  board: gzipBytes(filesOf(["index.html", "src/board-page.tsx"])),
};
let isOver = false;
for (const [name, bytes] of Object.entries(sizes)) {
  console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB gzip of ${budgetBytes / 1000} kB`);
  if (bytes > budgetBytes) isOver = true;
}
if (isOver) {
  console.error("The first paint is over its budget: load what is not needed at once lazily.");
  process.exit(1);
}
