import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { maxTitleLength } from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { useConnection, useControl, useReadOnlyReason } from "../room/use-room.ts";
import { TextButton } from "../ui/text-button.tsx";
import { showToast } from "../ui/toast.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import { useRequest } from "./use-request.ts";

/** The title of the board on one line. A press renames it: Enter keeps the new one, Esc the old. */
export function BoardTitle() {
  const { t } = useLingui();
  const word = useWords();
  const title = useControl((control) => control.title);
  const reason = useReadOnlyReason();
  const isOnline = useConnection((connection) => connection.isOnline);
  const [isRenaming, setRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shown = title.trim();
  const look = shown
    ? "truncate font-story font-medium text-ink"
    : "truncate font-story font-medium text-ink-3 italic";

  if (reason === "loading" && !shown) return <span />;
  if (reason) return <span className={`min-w-0 ${look}`}>{shown || word("board.untitled")}</span>;
  if (isRenaming)
    return (
      <TitleField
        title={title}
        onDone={() => {
          setRenaming(false);
          requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  return (
    <Tooltip text={shown}>
      <TextButton
        ref={button}
        look="plain"
        className={`block min-w-0 coarse:min-h-11 ${look}`}
        aria-label={shown ? t`Rename “${shown}”` : t`Give the board a title`}
        disabledReason={isOnline ? undefined : t`Renaming needs the connection.`}
        onPress={() => setRenaming(true)}
      >
        {shown || word("board.untitled")}
      </TextButton>
    </Tooltip>
  );
}

function TitleField({ title, onDone }: { readonly title: string; readonly onDone: () => void }) {
  const { t } = useLingui();
  const request = useRequest();
  const [text, setText] = useState(title);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);

  const keep = () => {
    onDone();
    if (text.trim() !== title) void request({ type: "rename", title: text.trim() });
  };
  const type = (typed: string) => {
    setText(typed.slice(0, maxTitleLength));
    if (typed.length > maxTitleLength)
      showToast({ text: t`A title has up to ${maxTitleLength} characters. The rest is left out.` });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) keep();
    if (event.key === "Escape") onDone();
  };
  return (
    <input
      ref={input}
      aria-label={t`Title of the board`}
      value={text}
      onChange={(event) => type(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={keep}
      className="min-h-9 w-full min-w-0 rounded-control bg-sheet px-2 font-story font-medium text-ink inset-ring inset-ring-edge"
    />
  );
}
