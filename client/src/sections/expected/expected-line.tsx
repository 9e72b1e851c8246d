// Who is expected and has not joined yet, in a line. The list itself is with the people.
import { Plural, Trans } from "@lingui/react/macro";
import { UsersRound } from "lucide-react";
import { joinedAs } from "@secondstory/shared";
import { useReadOnlyReason, useBoard, useControl } from "../../room/use-room.ts";
import { openPanel } from "../../screen/panels.ts";
import { Icon } from "../../ui/icon.tsx";
import { TextButton } from "../../ui/text-button.tsx";

/** Says it gently, and leads to the list. */
export function ExpectedLine() {
  const ids = useBoard(({ order }) => order.expected);
  const cards = useBoard((board) => board.cards);
  const roster = useControl((control) => control.roster);
  const isReadOnly = useReadOnlyReason() !== undefined;
  const people = Object.values(roster);
  const notYet = ids.flatMap((id) => {
    const card = cards[id];
    return card?.section === "expected" && !joinedAs(card, people) ? [card.plain.trim()] : [];
  });
  if (ids.length === 0 && isReadOnly) return null;
  const names = notYet.slice(0, shownNames).join(", ");
  const rest = notYet.length - shownNames;
  return (
    <p className="text-s leading-normal text-ink-2">
      <Icon of={UsersRound} className="mr-1 inline align-[-.2em]" />
      {ids.length === 0 ? (
        <Trans>Who else saw something and should come?</Trans>
      ) : notYet.length === 0 ? (
        <Trans>Everybody we expect has joined.</Trans>
      ) : (
        <>
          <Trans>Not here yet: {names}</Trans>
          {rest > 0 && (
            <>
              {" "}
              <Plural value={rest} one="and # more" other="and # more" />
            </>
          )}
          .
        </>
      )}{" "}
      <TextButton onPress={() => openPanel("expected")}>
        {ids.length === 0 ? <Trans>Name them</Trans> : <Trans>Show the list</Trans>}
      </TextButton>
    </p>
  );
}

/** So many are named before the rest is counted. */
const shownNames = 4;
