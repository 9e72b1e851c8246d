import { expect, test } from "vitest";
import { namesPerson } from "./names-in-text.ts";
import { personIn } from "./person-steps.ts";

test.for<readonly [string, string]>([
  ["Priya restarted db-2", "Priya"],
  ["it was priya shah", "Priya Shah"],
  ["Priyas Änderung", "Priya Shah"],
  ["Priya's change", "Priya"],
  ["Österreich-Team: Jörg", "Jörg"],
  ["asked J. R. (ops)", "J. R."],
])("[Z2] “%s” names %s", ([text, name]) => {
  expect(namesPerson(text, name)).toBe(true);
});

test.for<readonly [string, string]>([
  ["Priyanka restarted db-2", "Priya"],
  ["last winter", "Tom Winter"],
  ["it may be late", "May Lee"],
  ["übersehen", "Seh"],
  ["anything", ""],
  ["Mo. to Fr.", "Mo Salah"],
])("[Z2] “%s” does not name “%s”", ([text, name]) => {
  expect(namesPerson(text, name)).toBe(false);
});

const roster = ["Priya Shah", "Jonas", "Mark"];

test.for<readonly [string, string]>([
  ["Jonas forgot to renew the certificate", "Jonas"],
  ["Priya's commit", "Priya's"],
  ["The on-call restarted the wrong node", "The on-call"],
  ["someone had silenced the alert", "someone"],
  ["an engineer accidentally deleted the index", "an engineer"],
  ["Die Entwicklerin vergaß die Migration", "Die Entwicklerin"],
  ["Jemand hat den Alarm stummgeschaltet", "Jemand"],
])("[Z12] “%s” is somebody's step: %s", ([text, who]) => {
  expect(personIn(text, roster)).toBe(who);
});

test.for([
  "Backups were complete, but a restore had never been measured",
  "The operator pattern retries for ever",
  "The admin panel showed yesterday's figures",
  "Alerts mark the wrong service",
  "The log says “Jonas logged in”",
  "`git blame Jonas` and https://ci.example.org/Jonas",
  "Der Betrieb läuft auf einer Zone",
  "Die Anzeige „Jonas prüft“ blieb stehen",
])("[Z12] “%s” is nobody's step", (text) => {
  expect(personIn(text, roster)).toBeUndefined();
});
