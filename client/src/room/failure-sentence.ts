// What a call that failed is in words: what happened, and what to do. One sentence for each code of the contract; a code that
// this version does not know has the server's own sentence.
import { t } from "@lingui/core/macro";
import type { RequestRefusalCode } from "@secondstory/shared";

type HttpFailureCode =
  | "offline"
  | "signed-out"
  | "no-board"
  | "board-deleted"
  | "no-seat"
  | "secret-unknown"
  | "secret-switched-off"
  | "no-such-link"
  | "foreign-origin"
  | "too-many"
  | "too-large"
  | "invalid"
  | "restarting"
  | "not-saved"
  | "unexpected"
  | "no-facilitator"
  | "waiting"
  | "door-closed";

const sentences = {
  offline: () => t`The server does not answer. Check the connection and try again.`,
  "signed-out": () =>
    t`You are signed out where this server stands. Load the page anew, and sign in there.`,
  "no-board": () => t`There is no such board. Check the link, or ask for it anew.`,
  "board-deleted": () => t`This board was deleted for good.`,
  "no-seat": () => t`You have no seat on this board any more. Open its link once more.`,
  "secret-unknown": () => t`This link does not open the board. Copy the whole link once more.`,
  "secret-switched-off": () => t`This link was switched off. Ask a facilitator for a new one.`,
  "no-such-link": () => t`There is no such link any more. Look at the list again.`,
  "foreign-origin": () =>
    t`The server does not take this page for its own. Open the board at the address that its link shows.`,
  "too-many": () => t`That was too much at once. Wait a minute, then try again.`,
  "too-large": () => t`That is too long. Shorten it and try again.`,
  invalid: () => t`The server could not use that. Shorten it and try again.`,
  restarting: () => t`The server is restarting. Try again in a moment.`,
  "not-saved": () =>
    t`The server cannot save at the moment, so nothing was changed. Try again in a moment.`,
  unexpected: () =>
    t`Something went wrong on the server. Try again; if it happens again, tell whoever runs it.`,
  "role-too-low": () => t`Only a facilitator can do this. Ask one of them, or to be made one.`,
  sealed: () => t`The report is sealed. A facilitator can reopen it; then try again.`,
  "not-sealed": () => t`The report is open already.`,
  "last-phase": () => t`This is the last phase. Seal the report to close the meeting.`,
  "first-phase": () => t`This is the first phase.`,
  "phase-not-on-agenda": () => t`This phase is not on the agenda of the meeting.`,
  "meeting-is-there": () => t`The meeting is at this phase. Move on, then leave it out.`,
  "nothing-to-rename": () => t`There is nothing to change.`,
  "name-empty": () => t`A name needs at least one letter that can be seen.`,
  "no-participant": () => t`Join the board to have a name.`,
  "participant-gone": () => t`This person is not on the board any more.`,
  "last-facilitator": () => t`Someone has to lead. Make another person a facilitator first.`,
  "not-the-author": () => t`Only who wrote this or a facilitator can erase it.`,
  "card-unknown": () => t`The server does not have this yet. Wait until it says “Saved”.`,
  "vote-open": () => t`A vote is open already. Close it or drop it first.`,
  "no-vote": () => t`There is no vote. Open one.`,
  "too-many-votes": () => t`These are more votes each than this server allows. Choose fewer.`,
  "no-pulse": () => t`This phase does not ask how it feels.`,
  "pulse-shown": () => t`The answers were shown already. They are not counted a second time.`,
  "not-named": () => t`A facilitator can set this aside, or somebody whom it names.`,
  "not-foldable": () => t`This has no words that could be set aside.`,
  "nobody-to-keep": () => t`Nobody is on the board who could keep these words.`,
  "not-yours-to-reword": () => t`Its words are with whoever wrote it. They can put it back.`,
  "not-reworded": () => t`These are the words that were set aside. Say it in others.`,
  "undo-too-late": () => t`That moment is over. Whoever wrote it was asked to reword it.`,
  "names-too-late": () =>
    t`People have begun to write without names. Reveal their notes first; the next round can have names.`,
  "no-timer": () => t`No timer is running. Start one.`,
  "no-facilitator": () => t`Nobody else leads this board just now. Try again when somebody does.`,
  waiting: () => t`A facilitator has to let you in first.`,
  "turned-away": () =>
    t`The facilitators cannot let you in just now. Ask again in a few minutes, or ask whoever sent you the link.`,
  "door-full": () => t`Too many people wait at the door already. Try again in a few minutes.`,
  "door-closed": () => t`On this board facilitators let people in one by one.`,
  "somebody-leads": () => t`Somebody leads this board again. Ask them to hand over.`,
  "no-step-in": () => t`On this board nobody steps in. Ask whoever sent you the link.`,
  "asked-just-now": () =>
    t`The facilitators said “not now” a moment ago. Ask again in a few minutes.`,
} satisfies Record<HttpFailureCode | RequestRefusalCode, () => string>;

const isKnown = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code);

/** The sentence for a failed call, in the language of the interface. */
export function failureSentence(failure: {
  readonly code: string;
  readonly message: string;
}): string {
  return isKnown(failure.code) ? sentences[failure.code]() : failure.message;
}
