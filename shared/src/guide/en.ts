// The guide in English. After DOMAIN's facilitation texts, in words that can be said aloud.
import type { Guide } from "./guide.ts";

export const en: Guide = {
  prepare: {
    purpose: "The facts are on the board, and nobody is afraid to come.",
    ask: [
      "What do we know for certain?",
      "Which of these times are guesses?",
      "Who else saw something?",
    ],
    helps: [
      "Talk beforehand with those who were closest to it.",
      "Begin before anyone was hurt, and go forward in time.",
      "Announce it openly, so that others can join.",
    ],
    hinders: [
      "Writing down causes already.",
      "Letting somebody be surprised to find themselves mentioned.",
    ],
  },
  "check-in": {
    purpose:
      "Everyone arrives and is heard once. The frame is set: we want to understand, ideas for fixes are parked.",
    ask: [
      "How do you arrive today, in a word or an emoji?",
      "What would make this hour worth it for you?",
      "How was the night after the incident?",
    ],
    helps: ["Go first.", "Let people pass.", "Read the frame aloud."],
    hinders: ["Commenting on an answer.", "Leaving it out because time is short."],
  },
  timeline: {
    purpose: "One shared picture, with the views from inside.",
    ask: [
      "What did you see at that moment, and on which screen?",
      "What did you expect to happen next?",
      "What made you look there?",
      "Which options did you weigh?",
      "Was this new to anyone in the room?",
      "What is missing between these two events?",
      "When did you decide to ask for help, and how did you know whom?",
    ],
    helps: [
      "Ask how and what rather than why, and ask the simple question.",
      "Stay longer at surprises, handovers and decisions.",
      "Ask those who are quiet.",
      "Keep a disagreement as two views.",
    ],
    hinders: [
      "Judging a step by how it ended.",
      "Letting a fix start a discussion.",
      "Reading every line aloud.",
    ],
  },
  summary: {
    purpose: "Five sentences that a newcomer understands, and several contributing factors.",
    ask: [
      "How would you tell it to a colleague from another team?",
      "Which conditions had to come together?",
      "Which of them were there for weeks without harm?",
      "What is still open?",
    ],
    helps: ["Write it together, in silence first.", "Name conditions, tools and pressures."],
    hinders: ["Ending in a single cause, or in a name.", "Hiding what is not known."],
  },
  lessons: {
    purpose: "Four full columns: three minutes in silence, then two by two, then all.",
    ask: [
      "What went better than you expected? Where were we lucky?",
      "What did you wait for, search for, work around?",
      "Which options would we like to have next time?",
      "What do you know today that you did not know that morning? Who else should know it?",
    ],
    helps: ["Put similar notes together.", "Thank people for the uncomfortable ones."],
    hinders: [
      "Filling “differently” with what a person should have done.",
      "Turning notes into tickets here.",
    ],
  },
  actions: {
    purpose: "Few and specific measures, in proportion, each with one person who sees to it.",
    ask: [
      "What would make this less likely or smaller, also for the next, different one?",
      "What could we take away instead of adding?",
      "What does it cost every week?",
      "How will we notice that it works?",
      "What do we leave as it is, on purpose?",
    ],
    helps: [
      "Look at the parked ideas afresh: many have become unnecessary.",
      "Ask for one strong action.",
      "Let people volunteer.",
    ],
    hinders: [
      "Giving an action to somebody who is not here.",
      "Collecting more than can be done.",
      "Answering with a manual gate at once.",
    ],
  },
  "check-out": {
    purpose: "Close together, and learn about the meeting itself.",
    ask: [
      "What do you take with you?",
      "What surprised you?",
      "One word to end?",
      "Would you come again?",
    ],
    helps: [
      "Thank everybody.",
      "Say where the report will be, and when the actions are looked at again.",
    ],
    hinders: ["Opening a topic again."],
  },
};
