// The operator's commands: node server/src/ops/main.ts, or `npm run ops --`. Each ends with 0, with 1 and a sentence that says
// what to do, or with 2 when it was not understood.
import { stdout } from "node:process";
import { BadSetting } from "../environment.ts";
import { readSettings } from "../settings.ts";
import { runOps } from "./ops.ts";
import { OpsFailure } from "./ops-failure.ts";

process.umask(0o077); // what is written holds everything that people wrote
try {
  process.exitCode = await runOps(process.argv.slice(2), {
    settings: () => readSettings(process.env),
    out: (text) => void stdout.write(text),
    err: (text) => console.error(text),
    now: Date.now,
  });
} catch (error) {
  const isForOperator = error instanceof OpsFailure || error instanceof BadSetting;
  console.error(isForOperator ? error.message : error);
  process.exitCode = 1;
}
