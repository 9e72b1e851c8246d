import { EventGlyph, type GlyphFamily, SeverityBars, Storeys } from "../glyphs.tsx";
import { StatusPill, type StatusState } from "../status-pill.tsx";
import { Section } from "./section.tsx";

const states: readonly [StatusState, string][] = [
  [{ kind: "saved" }, "the server has confirmed the last change on disk"],
  [{ kind: "saving" }, "only after 800 ms unconfirmed, so it does not flicker"],
  [{ kind: "offline", waiting: 3 }, "n counts changes, never bytes; opens the list"],
  [{ kind: "offline", waiting: 0 }, "reading and writing go on"],
  [
    { kind: "offline", waiting: 3, keepOpen: true },
    "plain http, or not everything is kept yet: the address does not open again",
  ],
  [{ kind: "not-saved" }, "the server is there, its disk fails"],
  [{ kind: "returning", waiting: 3 }, ""],
  [{ kind: "sealed" }, "server refuses writes (4409)"],
  [{ kind: "reading" }, "observer"],
  [{ kind: "not-kept" }, "private window: browser storage refused"],
];

const kinds: readonly [string, GlyphFamily, boolean][] = [
  ["Impact starts", "mark", false],
  ["Detected", "mark", false],
  ["Background", "system", true],
  ["Change", "system", false],
  ["Observation", "noticed", false],
  ["Hypothesis", "noticed", true],
  ["Decision", "did", false],
  ["Action", "did", true],
  ["Communication", "said", false],
  ["Escalated", "said", false],
];

/** What is told by a shape and a word: the pill, the kinds of events, severity and strength. */
export const Marks = () => (
  <>
    <Section title="Status pill" span="col-span-12 laptop:col-span-5">
      <ul className="grid gap-[.3rem]">
        {states.map(([state, note]) => (
          <li
            key={JSON.stringify(state)}
            className="grid items-center half:grid-cols-[17.5rem_1fr]"
          >
            <span>
              <StatusPill state={state} />
            </span>
            <small className="text-s leading-tight text-ink-3">{note}</small>
          </li>
        ))}
      </ul>
    </Section>
    <Section title="Event kinds" note="shape + word + colour" span="col-span-12 laptop:col-span-3">
      <ul className="grid grid-cols-2 gap-x-4 gap-y-[.15rem]">
        {kinds.map(([word, family, isHollow]) => (
          <li key={word} className="flex items-center gap-[.6rem]">
            <EventGlyph family={family} isHollow={isHollow} /> {word}
          </li>
        ))}
      </ul>
    </Section>
    <Section
      title="Severity, strength"
      note="no colour at all"
      span="col-span-12 laptop:col-span-4"
    >
      <div className="mb-4 flex flex-wrap gap-6 text-s">
        {([4, 3, 2, 1, 0] as const).map((filled) => (
          <span key={filled} className="inline-flex items-center gap-2">
            <SeverityBars filled={filled} /> {filled === 0 ? "Near miss" : `SEV${5 - filled}`}
          </span>
        ))}
      </div>
      <div className="flex gap-8 text-s">
        {(["strong", "intermediate", "weak"] as const).map((word, index) => (
          <span key={word} className="inline-flex items-center gap-2">
            <Storeys filled={index === 0 ? 3 : index === 1 ? 2 : 1} /> {word}
          </span>
        ))}
      </div>
    </Section>
  </>
);
