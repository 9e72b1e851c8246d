// Everything `npm test` does: each stage after the other, even after a failure, timed; then one line that adds up the tests.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stages = [
  "do:browser",
  "do:nginx",
  "do:check",
  "do:types",
  "do:unit",
  "do:build",
  "do:size",
  "do:image",
  "do:e2e",
];
rmSync(`${root}reports`, { recursive: true, force: true });
mkdirSync(`${root}reports`, { recursive: true });

const failed = [];
const seconds = [];
for (const stage of stages) {
  const startedAt = performance.now();
  console.log(`\n── ${stage}`);
  const { status } = spawnSync("pnpm", ["run", stage], { cwd: root, stdio: "inherit" });
  seconds.push(`${stage.slice(3)} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  if (status !== 0) failed.push(stage);
}

const sum = { passed: 0, failed: 0, skipped: 0 };
const units = [report("vitest-node.json"), report("vitest-browser.json")].filter(Boolean);
for (const unit of units) {
  sum.passed += unit.numPassedTests;
  sum.failed += unit.numFailedTests;
  sum.skipped += unit.numPendingTests;
}
const e2e = report("playwright.json");
if (e2e) {
  sum.passed += e2e.stats.expected + e2e.stats.flaky;
  sum.failed += e2e.stats.unexpected;
  sum.skipped += e2e.stats.skipped;
}
console.log(`\n${seconds.join(" · ")}`);
if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}`);
for (const line of [...units.flatMap(failedUnits), ...(e2e?.suites ?? []).flatMap(failedJourneys)])
  console.log(line); // named again here: the last lines are what people see of a long run
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(failed.length > 0 || sum.failed > 0 || sum.passed === 0 ? 1 : 0);

function report(name) {
  try {
    return JSON.parse(readFileSync(`${root}reports/${name}`, "utf8"));
  } catch {
    failed.push(`reports/${name}`); // a stage that died before it could report is a failure too
    return undefined;
  }
}

/** The unit and browser tests that failed: file, name and the first lines of why. */
function failedUnits({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const lines = assertionResults
      .filter(({ status }) => status === "failed")
      .map((test) => `✗ ${name}: ${test.fullName}\n${start(test.failureMessages.join("\n"))}`);
    return lines.length > 0 || !message ? lines : [`✗ ${name}\n${start(message)}`];
  });
}

function failedJourneys({ suites = [], specs = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const why = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ""));
      return `✗ ${file}:${line}: ${title}\n${start(why.join("\n"))}`;
    });
  return [...own, ...suites.flatMap(failedJourneys)];
}

function start(text) {
  return text.split("\n").slice(0, 12).join("\n");
}
