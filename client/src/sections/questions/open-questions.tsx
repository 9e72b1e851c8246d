// What nobody has answered yet: a count that opens a list, from which one goes to the event; and a step to the next one.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown, CircleQuestionMark } from "lucide-react";
import { useState } from "react";
import { eventOf, type BoardState, type CardId } from "@secondstory/shared";
import { useBoard, useMe } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { showQuestions, useShownQuestions } from "../../screen/shown-questions.ts";
import { timeText } from "../../time/time-text.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Popover } from "../../ui/popover.tsx";
import { focusRow } from "../../ui/row-list.tsx";
import { TextButton } from "../../ui/text-button.tsx";

/** Stands above the events; nothing while no question is open. */
export function OpenQuestions() {
  const { t } = useLingui();
  const session = useSession();
  const open = useBoard(({ questions }) => questions.open);
  const shown = useShownQuestions(({ event }) => event);
  if (open.length === 0) return null;
  const next = () => {
    const board = session.boardView.getState();
    const events = [...new Set(open.flatMap((id) => eventOf(board, id) ?? []))];
    const event = events[(shown ? events.indexOf(shown) + 1 : 0) % events.length];
    if (event) goTo(event);
  };
  return (
    <span className="inline-flex items-center gap-1.5 text-s text-ink-2">
      <Popover
        title={t`Open questions`}
        placement="bottom end"
        trigger={
          <TextButton className="inline-flex items-center gap-[.35em] font-semibold text-ink">
            <Icon of={CircleQuestionMark} />
            <Plural value={open.length} one="# open question" other="# open questions" />
          </TextButton>
        }
      >
        {(close) => <List ids={open} onGo={close} />}
      </Popover>
      <Button
        size="icon"
        look="quiet"
        className="size-7! coarse:size-11!"
        aria-label={t`Go to the next open question`}
        tooltip={t`Next open question`}
        onPress={next}
      >
        <Icon of={ArrowDown} />
      </Button>
    </span>
  );
}

interface ListProps {
  readonly ids: readonly CardId[];
  readonly onGo: () => void;
}

function List({ ids, onGo }: ListProps) {
  const myName = useMe()?.name;
  const [isMine, setMine] = useState(false);
  const mine = useBoard(
    ({ cards }) => ids.filter((id) => isFor(cards[id], myName)).join(" "), // a text, because a list would be another each time
  )
    .split(" ")
    .filter(Boolean);
  const listed = isMine ? ids.filter((id) => mine.includes(id)) : ids;
  return (
    <div>
      {(mine.length > 0 || isMine) && (
        <Checkbox isSelected={isMine} onChange={setMine} className="mb-1 text-s">
          <Trans>Only those for me</Trans>
        </Checkbox>
      )}
      {listed.length === 0 && (
        <p className="py-2 text-ink-2">
          <Trans>None is for you.</Trans>
        </p>
      )}
      <ul className="max-h-[50dvh] overflow-auto">
        {listed.map((id) => (
          <OpenQuestion key={id} id={id} onGo={onGo} />
        ))}
      </ul>
    </div>
  );
}

function OpenQuestion({ id, onGo }: { readonly id: CardId; readonly onGo: () => void }) {
  const { zone } = useTimeZone();
  const card = useBoard(({ cards }) => cards[id]);
  const eventId = useBoard((board) => eventOf(board, id));
  const event = useBoard(({ cards }) => (eventId ? cards[eventId] : undefined));
  if (card?.section !== "questions") return null;
  const when = event?.section === "timeline" ? event.fields.when : null;
  const { to } = card.fields;
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      {eventId ? (
        <TextButton
          look="plain"
          className="block w-full type-note leading-[1.4]!"
          onPress={() => {
            onGo();
            goTo(eventId);
          }}
        >
          {card.plain}
        </TextButton>
      ) : (
        <p className="type-note leading-[1.4]!">{card.plain}</p>
      )}
      <p className="text-s text-ink-2">
        {eventId ? (
          when ? (
            timeText(when.at, zone)
          ) : (
            <Trans>no time yet</Trans>
          )
        ) : (
          <Trans>its event was removed</Trans>
        )}
        {to && (
          <>
            {" · "}
            <Trans>for {to}</Trans>
          </>
        )}
      </p>
    </li>
  );
}

const isFor = (card: BoardState["cards"][CardId] | undefined, name: string | undefined): boolean =>
  card?.section === "questions" &&
  name !== undefined &&
  card.fields.to?.trim().toLowerCase() === name.trim().toLowerCase();

/** Opens the questions of an event and brings it into view. */
function goTo(event: CardId): void {
  showQuestions(event);
  focusRow(event);
}
