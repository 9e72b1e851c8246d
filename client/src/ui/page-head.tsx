import type { ReactNode, Ref } from "react";
import { cx } from "./cx.ts";

interface PageHeadProps {
  readonly title: string;
  /** What may be said aloud: the invitation of the page. */
  readonly say?: ReactNode;
  /** The machinery's remark in place of an invitation. */
  readonly remark?: ReactNode;
  /** A question page is set large: check-in, check-out. */
  readonly isQuestion?: boolean | undefined;
  /** Gets the focus when the page turns. */
  readonly titleRef?: Ref<HTMLHeadingElement> | undefined;
}

/** The head of a page: its one h1, and the sentence that goes with it. The right part stays free for the pill. */
export function PageHead({ title, say, remark, isQuestion, titleRef }: PageHeadProps) {
  return (
    <div
      className={cx(
        "mb-6 flex flex-wrap gap-x-6 gap-y-2 laptop:max-w-[57vw]",
        isQuestion ? "flex-col items-start" : "items-baseline",
      )}
    >
      <h1
        ref={titleRef}
        tabIndex={-1}
        data-page-title
        className={cx(isQuestion ? "type-question" : "type-title", "rounded-sheet")}
      >
        {title}
      </h1>
      {say && <p className="max-w-160 type-say text-ink-2">{say}</p>}
      {remark && <p className="max-w-168 text-pretty text-ink-2">{remark}</p>}
    </div>
  );
}
