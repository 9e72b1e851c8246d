// “Group with …”: everything that a note or a group could be put to, in a list that narrows while one types.
import { useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { SearchField } from "react-aria-components/SearchField";
import { Input } from "react-aria-components/Input";
import { Text } from "react-aria-components/Text";
import {
  isGroup,
  lessonSections,
  readCardId,
  topicOf,
  topicTitle,
  type CardId,
} from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { useBoard } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { closeGroupWith, useGrouping } from "../screen/grouping.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { focusCard } from "./focus-card.ts";
import { groupTogether, topicInSentence } from "./group-notes.ts";

/** Once on a screen with groups. */
export default function GroupDialog() {
  const { t } = useLingui();
  const session = useSession();
  const card = useGrouping((state) => state.card);
  const close = () => {
    closeGroupWith();
    if (card) focusCard(card);
  };
  const name = card === undefined ? "" : topicInSentence(session, card);
  return (
    <Dialog
      isOpen={card !== undefined}
      onClose={close}
      title={t`Group with …`}
      actions={<Button onPress={close}>{t`Leave it as it is`}</Button>}
    >
      {card !== undefined && (
        <>
          <p className="mb-3 line-clamp-2 text-ink-2">{name}</p>
          <Targets card={card} />
        </>
      )}
    </Dialog>
  );
}

function Targets({ card }: { readonly card: CardId }) {
  const { t } = useLingui();
  const say = useWords();
  const session = useSession();
  const { contains } = useFilter({ sensitivity: "base" });
  const [query, setQuery] = useState("");
  const topics = useBoard((board) => board.topics);
  const cards = useBoard((board) => board.cards);
  const targets = useMemo(() => {
    const own = topicOf({ topics }, card);
    // what is in the same column is likelier, so it comes first
    const sections = lessonSections.toSorted(
      (a, b) => Number(b === own?.section) - Number(a === own?.section),
    );
    return sections
      .flatMap((section) => topics[section])
      .filter((topic) => topic.id !== own?.id)
      .map((topic) => ({
        id: topic.id,
        name: topicTitle({ cards }, topic),
        // a note within a group is found by its own words too
        words: topic.cards.map((id) => cards[id]?.plain ?? "").join("\n"),
        section: topic.section,
        notes: isGroup(topic) ? topic.cards.length : 1,
      }));
  }, [topics, cards, card]);
  const shown = targets.filter(
    ({ name, words }) => contains(name, query) || contains(words, query),
  );
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField aria-label={t`Find a note or a group`} autoFocus className="block">
        <Input
          placeholder={t`Find a note or a group`}
          className="focus-frame min-h-[2.7rem] w-full rounded-control border border-edge bg-sheet px-[.8rem] py-2 font-story text-l text-ink"
        />
      </SearchField>
      <ListBox
        aria-label={t`Notes and groups`}
        items={shown}
        onAction={(key) => {
          const target = readCardId(key);
          closeGroupWith();
          if (target) groupTogether(session, card, target);
        }}
        renderEmptyState={() => (
          <p className="px-2.5 py-2 text-ink-2">{t`Nothing here has these words.`}</p>
        )}
        className="mt-2 max-h-[min(22rem,45vh)] overflow-auto outline-none"
      >
        {({ id, name, section, notes }) => {
          const column = say(`sections.${section}.short`);
          return (
            <ListBoxItem
              id={id}
              textValue={name}
              className="flex min-h-9 cursor-pointer flex-col rounded-control px-2.5 py-1.5 -outline-offset-2! focused:bg-sunk coarse:min-h-11"
            >
              <Text slot="label" className={notes > 1 ? "font-semibold" : "type-note"}>
                <span className="line-clamp-2">{name}</span>
              </Text>
              <Text slot="description" className="type-small text-ink-2">
                {notes > 1 ? t`${column}, ${notes} notes` : column}
              </Text>
            </ListBoxItem>
          );
        }}
      </ListBox>
    </Autocomplete>
  );
}
