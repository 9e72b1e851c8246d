// The slip of a note that was set aside is part of no first paint.
import { Suspense } from "react";
import { withBoardMessages } from "../i18n/i18n.ts";
import { later } from "../ui/later.ts";
import type { SlipProps } from "./slip.tsx";

const Slip = later(() => withBoardMessages(import("./slip.tsx")));

/** Stands where the note stood. */
export const FoldedSlip = (props: SlipProps) => (
  <Suspense fallback={<div className="min-h-10" />}>
    <Slip {...props} />
  </Suspense>
);
