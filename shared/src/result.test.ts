import { expect, test } from "vitest";
import { accept, done, invariant, refuse } from "./result.ts";

test("a result is a value or a refusal with a code", () => {
  expect(done).toEqual({ ok: true, value: undefined });
  expect(accept(3)).toEqual({ ok: true, value: 3 });
  expect(refuse({ code: "card-gone" })).toEqual({ ok: false, refusal: { code: "card-gone" } });
});

test("a false belief throws and says what was believed", () => {
  expect(() => invariant(false, "the earth is flat")).toThrow("the earth is flat");
  expect(() => invariant(1, "one is true")).not.toThrow();
});
