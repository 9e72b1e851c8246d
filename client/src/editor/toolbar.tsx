// Five ways to set a text. One tab stop; arrows move inside, as in any toolbar.
import { useLingui } from "@lingui/react/macro";
import type { Editor } from "@tiptap/core";
import { Bold, Italic, Link, List, type LucideIcon, Quote } from "lucide-react";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { Toolbar as AriaToolbar } from "react-aria-components/Toolbar";
import { Icon } from "../ui/icon.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import { LinkDialog } from "./link-dialog.tsx";

interface ToolbarProps {
  /** Undefined for the moment in which one text takes the place of another. */
  readonly editor: Editor | undefined;
  /** At the right: how much is enough. */
  readonly children?: ReactNode;
}

/** The toolbar of a rich text. */
export function Toolbar({ editor, children }: ToolbarProps) {
  const { t } = useLingui();
  const [isLinking, setLinking] = useState(false);
  const active = useActive(editor);
  const tool = (name: string, label: string, icon: LucideIcon, onPress: () => void) => (
    <Tool key={name} label={label} icon={icon} isOn={active.includes(name)} onPress={onPress} />
  );
  const run = (name: "bold" | "italic" | "bulletList" | "blockquote") => () => {
    const chain = editor?.chain().focus();
    if (name === "bold") chain?.toggleBold().run();
    if (name === "italic") chain?.toggleItalic().run();
    if (name === "bulletList") chain?.toggleBulletList().run();
    if (name === "blockquote") chain?.toggleBlockquote().run();
  };
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 border-b border-line pb-1.5">
      <AriaToolbar aria-label={t`Formatting`} className="-ml-2 flex">
        {tool("bold", t`Bold`, Bold, run("bold"))}
        {tool("italic", t`Italic`, Italic, run("italic"))}
        {tool("bulletList", t`List`, List, run("bulletList"))}
        {tool("link", t`Link`, Link, () => setLinking(true))}
        {tool("blockquote", t`Quote`, Quote, run("blockquote"))}
      </AriaToolbar>
      {children}
      {editor && isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

function Tool({ label, icon, isOn, onPress }: ToolProps) {
  return (
    <Tooltip text={label}>
      <ToggleButton
        aria-label={label}
        isSelected={isOn}
        onPress={onPress}
        preventFocusOnPress
        className="grid size-8 place-items-center rounded-control text-ink-2 hovered:bg-sunk hovered:text-ink selected:bg-sunk selected:text-ink selected:inset-ring selected:inset-ring-edge coarse:size-11"
      >
        <Icon of={icon} />
      </ToggleButton>
    </Tooltip>
  );
}

const formats = ["bold", "italic", "bulletList", "link", "blockquote"] as const;

/** The formats at the caret, as one text so that it is the same value while nothing changes. */
function useActive(editor: Editor | undefined): string {
  return useSyncExternalStore(
    (onChange) => {
      editor?.on("transaction", onChange);
      return () => editor?.off("transaction", onChange);
    },
    () => (editor ? formats.filter((format) => editor.isActive(format)).join(" ") : ""),
  );
}
