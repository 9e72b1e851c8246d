import { afterEach, expect, test, vi } from "vitest";
import { copyText } from "./copy-text.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("over plain http the text is copied from a selection, and the focus stays", async () => {
  vi.stubGlobal("isSecureContext", false);
  const input = document.createElement("input");
  document.body.append(input);
  input.focus();
  const copied: (string | undefined)[] = [];
  vi.spyOn(document, "execCommand").mockImplementation(() => {
    copied.push(getSelection()?.toString());
    return true;
  });
  expect(await copyText("https://board.example.org/b/7kq2m9#secret")).toBe(true);
  expect(copied).toEqual(["https://board.example.org/b/7kq2m9#secret"]);
  expect(document.activeElement).toBe(input);
  input.remove();
});

test("where the browser refuses, the answer is no", async () => {
  vi.stubGlobal("isSecureContext", false);
  vi.spyOn(document, "execCommand").mockReturnValue(false);
  expect(await copyText("x")).toBe(false);
});
