// What the dock shows about leading and asking, in one piece: it arrives after the first paint.
import { AskToWrite } from "./ask-to-write.tsx";
import { GatherButton } from "./gather-button.tsx";
import { LeadLines } from "./lead-lines.tsx";

const parts = { lines: LeadLines, gather: GatherButton, ask: AskToWrite };

/** The lines above the dock, “Everyone to me”, or what an observer may ask. */
export default function InDock({ part }: { readonly part: keyof typeof parts }) {
  const Part = parts[part];
  return <Part />;
}
