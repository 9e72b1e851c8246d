// A note of mine that nobody else sees yet: read, edited in its place, moved, removed, and, where its column is open, shared.
import { useLingui } from "@lingui/react/macro";
import { EyeOff, Pencil, Trash2 } from "lucide-react";
import { memo, type KeyboardEvent } from "react";
import { plainText, type DraftId, type HideableSectionId } from "@secondstory/shared";
import { excerptOf } from "../../cards/excerpt-of.ts";
import { MoveToItems } from "../../cards/move-to-items.tsx";
import { MoreOnNote } from "../../cards/more-on-note.tsx";
import { OrderItems } from "../../cards/order-items.tsx";
import { useKeepHint } from "../../cards/use-keep-hint.ts";
import { StaticText } from "../../editor/static-text.tsx";
import { useDrafts } from "../../room/use-drafts.ts";
import { useControl } from "../../room/use-room.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useSession } from "../../room/use-session.ts";
import { useIsSharing } from "../../screen/sharing.ts";
import { Icon } from "../../ui/icon.tsx";
import { Menu, MenuItem, MenuSection } from "../../ui/menu.tsx";
import { NoteCard as Sheet } from "../../ui/note-card.tsx";
import { draftFocus, focusDraft, moveOwn, removeOwn, type OwnDestination } from "./change-draft.ts";
import { moveOwnWithin, useDraftDrag } from "./draft-drag.ts";
import { DraftField } from "./draft-field.tsx";
import { editDraft, leaveDraft, useOpenDraft } from "./open-draft.ts";
import { ShareLate, StillMine } from "./share-late.tsx";
import { useIsHidden } from "./use-writing.ts";

interface OwnNoteProps {
  readonly id: DraftId;
  readonly section: HideableSectionId;
  /** What the field is called. */
  readonly label: string;
  readonly destinations: readonly OwnDestination[];
  readonly isCompact: boolean;
}

/** One own note. In a column that is open it is what was not shared of it. */
export const OwnNote = memo(function OwnNote(props: OwnNoteProps) {
  const { id, section, label, destinations, isCompact } = props;
  const { t } = useLingui();
  const session = useSession();
  const draft = useDrafts((drafts) => drafts.find((one) => one.id === id));
  const isHidden = useIsHidden(section);
  const caret = useOpenDraft((open) => (open?.id === id ? open.caret : undefined));
  const readOnly = useReadOnlySentence();
  const language = useControl((control) => control.language);
  const isCovered = useIsSharing();
  const keepHint = useKeepHint();
  const { isLifted, dragProps } = useDraftDrag(id, section, readOnly !== undefined);
  const density = isCompact ? "px-[.6rem]! py-[.45rem]! text-m! leading-[1.35]!" : "";
  if (!draft) return null;
  if (caret !== undefined && readOnly === undefined)
    return (
      <Sheet look="editing" className={density} foot={!isHidden && <StillMine draft={draft} />}>
        <DraftField
          draft={draft}
          label={label}
          caret={caret}
          hint={keepHint}
          onDone={(how) => {
            leaveDraft(session, id);
            if (how === "key") focusDraft(id);
          }}
        />
      </Sheet>
    );
  const text = draft.left ?? draft.text;
  const excerpt = isCovered ? "" : excerptOf({ plain: plainText(text) });
  const edit = () => editDraft(session, id, section, "end");
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown"))
      moveOwnWithin(session, { id, section }, event.key === "ArrowUp" ? -1 : 1);
    else if (event.key === "Delete") removeOwn(session, draft);
    else if (event.key === "Enter" || event.key === " ") edit();
    else return;
    event.preventDefault();
  };
  return (
    <Sheet
      {...dragProps}
      look={isLifted ? "lifted" : "mine"}
      foot={isHidden ? <OnlyYou /> : <ShareLate draft={draft} />}
      className={density}
      aside={
        <Menu label={t`What to do with it`} trigger={<MoreOnNote label={label} name={excerpt} />}>
          <MenuSection label={t`Text`}>
            <MenuItem icon={Pencil} onAction={edit} disabledReason={readOnly}>
              {t`Edit`}
            </MenuItem>
          </MenuSection>
          <MoveToItems
            destinations={destinations}
            onMove={(to) => moveOwn(session, draft, to)}
            disabledReason={readOnly}
          />
          <OrderItems
            onMove={(step) => moveOwnWithin(session, { id, section }, step)}
            disabledReason={readOnly}
          />
          <MenuSection label={t`Removing`}>
            <MenuItem
              icon={Trash2}
              shortcut={t`Del`}
              onAction={() => removeOwn(session, draft)}
              disabledReason={readOnly}
            >
              {t`Remove`}
            </MenuItem>
          </MenuSection>
        </Menu>
      }
    >
      <div className="relative">
        {isCovered ? (
          <Covered />
        ) : draft.passes ? (
          <p className="text-ink-3 italic">{t`passes, and that is fine`}</p>
        ) : (
          <StaticText text={text} lang={language} />
        )}
        {readOnly === undefined && (
          <span
            role="button"
            {...draftFocus(id)}
            tabIndex={0}
            aria-label={excerpt === "" ? t`Edit: ${label}` : t`Edit: ${excerpt}`}
            onClick={({ clientX: x, clientY: y }) => editDraft(session, id, section, { x, y })}
            onKeyDown={onKeyDown}
            className="absolute -inset-1 cursor-text rounded-sheet coarse:-inset-y-2.5"
          />
        )}
      </div>
    </Sheet>
  );
});

function OnlyYou() {
  const { t } = useLingui();
  return (
    <>
      <Icon of={Pencil} />
      {t`only you, until the reveal`}
    </>
  );
}

/** In place of the words while others may see this screen. */
function Covered() {
  const { t } = useLingui();
  return (
    <p className="flex items-center gap-2 font-ui text-s text-ink-2">
      <Icon of={EyeOff} className="text-you" />
      {t`Your note, hidden while others may see your screen`}
    </p>
  );
}
