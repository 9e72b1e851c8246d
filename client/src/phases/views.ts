// The screen of each phase, loaded when it is first looked at. The compiler demands a line for every phase.
import { type ComponentType, lazy } from "react";
import type { PhaseId } from "@secondstory/shared";

export const phaseViews = {
  prepare: lazy(() => import("./prepare/view.tsx")),
  "check-in": lazy(() => import("./check-in/view.tsx")),
  timeline: lazy(() => import("./timeline/view.tsx")),
  summary: lazy(() => import("./summary/view.tsx")),
  lessons: lazy(() => import("./lessons/view.tsx")),
  actions: lazy(() => import("./actions/view.tsx")),
  "check-out": lazy(() => import("./check-out/view.tsx")),
} satisfies Record<PhaseId, ComponentType>;
