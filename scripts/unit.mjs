// The unit tests: those in Node and those in a browser at the same time, since each of them keeps one processor busy.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const endings = ["node", "browser"].map(async (project) => {
  const report = `--outputFile.json=reports/vitest-${project}.json`;
  const reporters = ["--reporter=default", "--reporter=json", report];
  const args = ["exec", "vitest", "run", "--project", project, ...reporters];
  const child = spawn("pnpm", [...args, ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
  const [code] = await once(child, "exit");
  return code;
});
const codes = await Promise.all(endings);
process.exit(codes.every((code) => code === 0) ? 0 : 1);
