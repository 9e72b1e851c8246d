import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { useReadOnlyReason } from "../../room/use-room.ts";
import { useTitle } from "./use-title.ts";

/** The title of a board that has none yet: a field as large as a heading, with the caret in it. */
export function TitleField() {
  const { t } = useLingui();
  const title = useTitle();
  const isReadOnly = useReadOnlyReason() !== undefined;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (field.current?.value === "") field.current.focus();
  }, []);
  return (
    <>
      <textarea
        ref={field}
        rows={1}
        aria-label={t`Title of the post-mortem`}
        aria-describedby="title-hint"
        placeholder={t`What happened, in a few words?`}
        readOnly={isReadOnly}
        value={title.shown}
        onChange={(event) => title.type(event.target.value)}
        onFocus={title.focus}
        onBlur={title.leave}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          title.send();
        }}
        className="-mx-2 -mb-[.12em] field-sizing-content block w-[calc(100%+1rem)] resize-none overflow-hidden rounded-control bg-transparent px-2 pb-[.12em] font-story text-[2rem] leading-[1.12] font-[450] tracking-[-.022em] half:text-[2.5rem] desk:text-[2.75rem]"
      />
      <p id="title-hint" aria-live="polite" className="mt-2 text-ink-2">
        {title.problem ?? (
          <Trans>A title is enough to begin. Everything else can come later, from anyone.</Trans>
        )}
      </p>
    </>
  );
}
