import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { TextButton } from "../ui/text-button.tsx";

/** What is shown of a long text until somebody wants all of it. */
const firstLines = 12;

/** Text as it was pasted, every blank of it: twelve lines, then the rest on demand. */
export function PastedText({ text }: { readonly text: string }) {
  const [isWhole, setWhole] = useState(false);
  const lines = text.replace(/\n+$/, "").split(/\r\n|\r|\n/);
  const shown = isWhole ? lines : lines.slice(0, firstLines);
  const count = lines.length;
  return (
    <div className="mt-2 border-l-3 border-edge bg-paper px-3 py-2">
      {/* Focusable, so that the keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} className="overflow-x-auto font-mono text-s leading-[1.45] text-ink">
        {shown.join("\n")}
      </pre>
      {count > firstLines && !isWhole && (
        <TextButton onPress={() => setWhole(true)} className="mt-2 text-s">
          <Trans>Show all {count} lines</Trans>
        </TextButton>
      )}
    </div>
  );
}
