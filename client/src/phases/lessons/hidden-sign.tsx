// Which columns are hidden, where not all of them are.
import { useLingui } from "@lingui/react/macro";
import { lessonSections, type LessonSectionId } from "@secondstory/shared";
import { useControl } from "../../room/use-room.ts";
import { useHiddenColumns } from "../../sections/hidden/use-hidden-columns.ts";

/** Beside the number of notes: that the column is hidden, and whether names will stand on the notes. */
export function HiddenSign({ section }: { readonly section: LessonSectionId }) {
  const { t } = useLingui();
  const hidden = useHiddenColumns(lessonSections);
  const isNamed = useControl(({ writing }) => writing[section]?.isNamed === true);
  if (!hidden.includes(section) || hidden.length === lessonSections.length) return null;
  return (
    <span className="font-medium text-you">
      {" · "}
      {isNamed ? t`hidden, with names` : t`hidden, without names`}
    </span>
  );
}
