// The people who are expected: names or roles, and who of those who have joined each is. Nobody is counted as missing.
import { Trans, useLingui } from "@lingui/react/macro";
import { joinedAs, readParticipantId, setFields, type CardId } from "@secondstory/shared";
import { useWords } from "../../i18n/use-words.ts";
import { useReadOnlySentence } from "../../room/use-read-only-sentence.ts";
import { useBoard, useControl } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { SectionList } from "../section-list.tsx";

/** A list to read and edit; whoever may not write reads it. */
export function ExpectedPeople() {
  const { t } = useLingui();
  const word = useWords();
  const title = word("sections.expected.title");
  return (
    <SectionList
      section="expected"
      label={title}
      cardLabel={t`Expected person`}
      look="row"
      isCompact
      composer={{
        kind: "draft",
        placeholder: t`A name or a role, such as “whoever was on call”`,
        label: t`Who else should come?`,
      }}
      Foot={Whether}
    />
  );
}

const nobody = "nobody";

/** Whether an expected person has joined, and as whom; press it to say otherwise. */
function Whether({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const { board } = useSession();
  const disabledReason = useReadOnlySentence();
  const roster = useControl((control) => control.roster);
  const card = useBoard(({ cards }) => cards[id]);
  if (card?.section !== "expected") return null;
  const people = Object.values(roster).toSorted((a, b) => a.joinOrder - b.joinOrder);
  const who = joinedAs(card, people);
  const name = who && roster[who]?.name;
  return (
    <p className="mt-0.5 type-small text-ink-2">
      {name === undefined ? <Trans>not here yet</Trans> : <Trans>has joined as {name}</Trans>}
      {" · "}
      <ChoiceMenu
        label={t`Who is it?`}
        trigger={
          <TextButton disabledReason={disabledReason}>
            {name === undefined ? (
              <Trans>Is it somebody here?</Trans>
            ) : (
              <Trans>Somebody else?</Trans>
            )}
          </TextButton>
        }
        groups={[
          { choices: people.map((person) => ({ id: person.id as string, label: person.name })) },
          { choices: [{ id: nobody, label: t`By the name` }] },
        ]}
        value={readParticipantId(card.fields.joinedAs) ?? nobody}
        onChange={(chosen) =>
          setFields(board, id, "expected", { joinedAs: chosen === nobody ? null : chosen })
        }
      />
    </p>
  );
}
