// Who can read what is written in Lessons, said before anybody writes; for whoever leads with what they decide about it.
import { useLingui } from "@lingui/react/macro";
import { Circle, CircleDot, EyeOff, Pencil, SlidersHorizontal } from "lucide-react";
import { lessonSections, type LessonSectionId } from "@secondstory/shared";
import { useLeadReason } from "../../frame/use-lead-reason.ts";
import { useRequest } from "../../frame/use-request.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useControl, useRole } from "../../room/use-room.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/icon.tsx";
import { Menu, MenuItem, MenuSection } from "../../ui/menu.tsx";
import { useHiddenColumns } from "../../sections/hidden/use-hidden-columns.ts";

interface HowWeWriteProps {
  /** The column it speaks of, where one is shown at a time. */
  readonly section?: LessonSectionId;
  readonly className?: string;
}

/** A sentence, and a menu beside it. */
export function HowWeWrite({ section, className }: HowWeWriteProps) {
  const { t } = useLingui();
  const readOnly = useReadOnlySentence();
  const isFacilitator = useRole() === "facilitator";
  const hidden = useHiddenColumns(lessonSections);
  const here = section ? hidden.filter((id) => id === section) : hidden;
  const signs = useSigns(here);
  const all = section ? 1 : lessonSections.length;
  const sentence =
    here.length === 0
      ? t`Everyone sees the notes while they are typed.`
      : here.length < all
        ? t`In a hidden column nobody else can see what you write until the reveal.`
        : t`Nobody else can see what you write until the reveal.`;
  return (
    <div className={cx("flex items-center gap-x-3 gap-y-2", className)}>
      <div className="min-w-0">
        {readOnly !== undefined && <p className="type-small text-ink-2">{readOnly}</p>}
        {readOnly === undefined && here.length === 0 && (
          <p className="type-small text-ink-2">{sentence}</p>
        )}
        {readOnly === undefined && here.length > 0 && (
          <>
            <p className="flex items-baseline gap-2 font-medium text-you">
              <Icon of={Pencil} className="translate-y-0.5" />
              {sentence}
            </p>
            {signs && <p className="pl-6 type-small text-ink-2">{signs}</p>}
          </>
        )}
      </div>
      {isFacilitator && readOnly === undefined && <Decisions hidden={hidden} />}
    </div>
  );
}

/** Whether names will stand on the notes, where that is the same in all of these columns. */
function useSigns(hidden: readonly LessonSectionId[]): string | undefined {
  const { t } = useLingui();
  const named = useControl(
    ({ writing }) => hidden.filter((section) => writing[section]?.isNamed).length,
  );
  if (hidden.length === 0) return undefined;
  if (named === 0) return t`Notes appear without names.`;
  if (named === hidden.length) return t`Notes appear with the names of those who wrote them.`;
  return t`In some columns notes appear with names.`;
}

function Decisions({ hidden }: { readonly hidden: readonly LessonSectionId[] }) {
  const { t } = useLingui();
  const say = useWords();
  const request = useRequest();
  const reason = useLeadReason();
  const isNamed = useControl(({ writing }) => hidden.some((section) => writing[section]?.isNamed));
  const hasNotes = useControl(({ writing }) =>
    hidden.some((section) => !writing[section]?.isNamed && (writing[section]?.notes ?? 0) > 0),
  );
  const open = lessonSections.filter((section) => !hidden.includes(section));
  const sections = [...hidden];
  const hide = (some: readonly LessonSectionId[]) =>
    void request({ type: "hide", sections: [...some] });
  const tooLate = hasNotes
    ? t`People have begun to write without names. The next round can have them.`
    : undefined;
  return (
    <Menu
      label={t`How we write`}
      trigger={
        <Button
          size="icon"
          look="quiet"
          className="-mr-2.5 shrink-0"
          aria-label={t`How we write`}
          tooltip={t`How we write`}
        >
          <Icon of={SlidersHorizontal} />
        </Button>
      }
    >
      {hidden.length > 0 && (
        <MenuSection title={t`At the reveal`}>
          <MenuItem
            icon={isNamed ? Circle : CircleDot}
            onAction={() => void request({ type: "dropNames", sections })}
            disabledReason={reason}
          >
            {t`Notes without names`}
          </MenuItem>
          <MenuItem
            icon={isNamed ? CircleDot : Circle}
            onAction={() => void request({ type: "hide", sections, names: true })}
            disabledReason={reason ?? tooLate}
          >
            {t`Notes with names`}
          </MenuItem>
        </MenuSection>
      )}
      {open.length > 0 && (
        <MenuSection title={t`Write once more, hidden`}>
          {open.length > 1 && (
            <MenuItem icon={EyeOff} onAction={() => hide(open)} disabledReason={reason}>
              {open.length === lessonSections.length ? t`All columns` : t`All open columns`}
            </MenuItem>
          )}
          {open.map((section) => (
            <MenuItem
              key={section}
              icon={EyeOff}
              onAction={() => hide([section])}
              disabledReason={reason}
            >
              {say(`sections.${section}.title`)}
            </MenuItem>
          ))}
        </MenuSection>
      )}
    </Menu>
  );
}
