// The screen of each phase, loaded when it is first looked at. The compiler demands a line for every phase.
import type { PhaseId } from "@secondstory/shared";
import { withBoardMessages } from "../i18n/i18n.ts";
import { preloadable, type Preloadable } from "../ui/preloadable.tsx";

export const phaseViews = {
  prepare: preloadable(() => withBoardMessages(import("./prepare/view.tsx"))),
  "check-in": preloadable(() => withBoardMessages(import("./check-in/view.tsx"))),
  timeline: preloadable(() => withBoardMessages(import("./timeline/view.tsx"))),
  summary: preloadable(() => withBoardMessages(import("./summary/view.tsx"))),
  lessons: preloadable(() => withBoardMessages(import("./lessons/discussed-view.tsx"))),
  actions: preloadable(() => withBoardMessages(import("./actions/view.tsx"))),
  "check-out": preloadable(() => withBoardMessages(import("./check-out/view.tsx"))),
} satisfies Record<PhaseId, Preloadable<object>>;
