import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileText } from "./testing/hostile-text.ts";
import { reportFileName } from "./file-name.ts";

test.each([
  ["Checkout errors after pool size change", "checkout-errors-after-pool-size-change.md"],
  ["Größe: Übermaß & Ärger (ÖPNV)", "groesse-uebermass-aerger-oepnv.md"],
  ["A\u0308rger in Zürich", "aerger-in-zuerich.md"],
  ["Crème brûlée à São Paulo, Łódź, Ørsted", "creme-brulee-a-sao-paulo-lodz-oersted.md"],
  ["../../etc/passwd\0.html", "etc-passwd-html.md"],
  ["CON", "con-post-mortem.md"],
  ["障害報告 😀", "post-mortem.md"],
  ["", "post-mortem.md"],
])("%s", (title, name) => {
  expect(reportFileName(title, "md")).toBe(name);
});

test("the same board as data has the same name", () => {
  expect(reportFileName("Pool", "json")).toBe("pool.json");
});

test("any title gives a name of ASCII letters, digits and hyphens", () => {
  fc.assert(
    fc.property(fc.oneof(hostileText(), fc.string()), (title) => {
      expect(reportFileName(title, "md")).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,90}[a-z0-9])?\.md$/);
    }),
  );
});
