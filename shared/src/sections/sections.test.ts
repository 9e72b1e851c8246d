import { expect, test } from "vitest";
import { word } from "../words/index.ts";
import { lessonSections, sectionOf, sections } from "./index.ts";
import {
  eventKinds,
  familyOf,
  isMarkKind,
  kindFamilies,
  markKinds,
  momentSchema,
} from "./timeline.ts";

test("the lessons have exactly the article's four questions, in its order", () => {
  expect(lessonSections.map((id) => word("en", `sections.${id}.title`))).toEqual([
    "What helped us?",
    "What slowed us down?",
    "What could we have done differently?",
    "What knowledge did we not have before the incident, but have now?",
  ]);
});

test("a section is found by its id, and by nothing else", () => {
  for (const section of sections) expect(sectionOf(section.id)).toBe(section);
  for (const id of ["later", "__proto__", "", null, undefined, 3])
    expect(sectionOf(id)).toBeUndefined();
  expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
});

test("no field of a section is named like a key that every card has", () => {
  const keys = ["place", "text", "evidence", "createdAt", "removedAt", "by"];
  for (const { fields } of sections)
    expect(Object.keys(fields).filter((name) => keys.includes(name) || name in {})).toEqual([]);
});

test("every section has a title in both languages", () => {
  for (const { words } of sections) {
    expect(word("en", `${words}.title`)).toBeTruthy();
    expect(word("de", `${words}.title`)).toBeTruthy();
  }
});

test("every kind of event is in one family", () => {
  expect(Object.values(kindFamilies).flat().toSorted()).toEqual(eventKinds.toSorted());
  expect(familyOf("alert")).toBe("system");
  expect(familyOf("resolved")).toBe("mark");
});

test("six kinds are marks", () => {
  expect(eventKinds.filter(isMarkKind)).toEqual([...markKinds]);
});

test("a moment is one that a date can name", () => {
  expect(momentSchema.safeParse({ at: 8.64e15 }).data).toEqual({ at: 8.64e15, approx: false });
  for (const at of [8.65e15, -8.65e15, Number.NaN, Infinity, "1"])
    expect(momentSchema.safeParse({ at }).success).toBe(false);
});
