// The main door of the model. Further doors are for what is loaded lazily: "/report", "/demo", and "/testing" for tests.
export * from "./ids.ts";
export * from "./result.ts";
export * from "./order.ts";
export { rankBetween } from "./rank-between.ts";
export * from "./file-name.ts";
export * from "./words/index.ts";
export { en as englishWords } from "./words/en.ts";
export { de as germanWords } from "./words/de.ts";
export * from "./wire/doc-name.ts";
export * from "./wire/close-codes.ts";
export * from "./wire/schema-version.ts";
export * from "./wire/messages.ts";
export * from "./wire/saved.ts";
export * from "./wire/roles.ts";
export * from "./wire/link-secret.ts";
export * from "./wire/awareness.ts";
export * from "./sections/section.ts";
export * from "./sections/timeline.ts";
export { actionTypes, strengths, type ActionType, type Strength } from "./sections/actions.ts";
export * from "./sections/index.ts";
export * from "./board/board.ts";
export * from "./board/card.ts";
export * from "./board/evidence.ts";
export * from "./board/rich-text.ts";
export * from "./board/marks.ts";
export * from "./board/questions.ts";
export * from "./board/expected.ts";
export { isGroup, topicOf, topicTitle, type Topic, type Topics } from "./board/groups.ts";
export * from "./board/projection.ts";
export * from "./board/rank.ts";
export * from "./board/news.ts";
export * from "./board/commands.ts";
export * from "./board/group-commands.ts";
export * from "./board/undo.ts";
export * from "./board/aside.ts";
export { namesPerson } from "./board/names-in-text.ts";
export * from "./board/person-steps.ts";
export * from "./board/erase.ts";
export * from "./phases/phase.ts";
export * from "./phases/index.ts";
export * from "./control/control.ts";
export type { Ask } from "./control/asks.ts";
export * from "./control/clean.ts";
export * from "./control/friendly-name.ts";
export * from "./control/projection.ts";
export * from "./control/situation.ts";
export { admit, seeOff, welcomeBack } from "./control/people.ts";
export { comeIn, waitingAt, type Door, type DoorLimits, type Knock } from "./control/door.ts";
export { noteLeaderless, type Gathering } from "./control/lead.ts";
export { nameSchema, titleSchema } from "./control/move-requests.ts";
export * from "./control/requests.ts";
export * from "./control/commands.ts";
export * from "./control/timer.ts";
export * from "./control/writing.ts";
export {
  isVoting,
  putTurnout,
  suggestedBudget,
  type TopicVotes,
  type Turnout,
  type Vote,
} from "./control/votes.ts";
export * from "./control/tally.ts";
export * from "./control/walk.ts";
export { setStar } from "./board/star.ts";
export type { Seen, Spotlight, Walk } from "./control/spotlight.ts";
export * from "./control/plan.ts";
export * from "./control/still-open.ts";
export * from "./control/standing.ts";
export * from "./control/neighbour-phase.ts";
export { countPeople, type Headcount } from "./control/headcount.ts";
export { pulsePhases, publishPulse, type Pulse, type PulseCounts } from "./control/pulse.ts";
export * from "./private/private.ts";
export * from "./private/nameless.ts";
export * from "./private/aside.ts";
export * from "./private/inbox.ts";
export * from "./private/pulse.ts";
export * from "./private/drafts.ts";
export * from "./private/drafts-view.ts";
export * from "./private/votes.ts";
