// Actions: few and specific measures, each with one person who sees to it. What the group leaves as it is, on purpose, is a
// result as well and has its own list.
import { Trans, useLingui } from "@lingui/react/macro";
import { useWords } from "../../i18n/use-words.ts";
import { useBoard, useReadOnlyReason } from "../../room/use-room.ts";
import { SectionList } from "../../sections/section-list.tsx";
import { EmptyQuestion } from "../../ui/empty-question.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { Page } from "../../ui/split-page.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { ActionList } from "./action-list.tsx";
import { ParkedIdeas } from "./parked-ideas.tsx";

/** The screen of the phase. */
export default function ActionsView() {
  const { t } = useLingui();
  const word = useWords();
  const declinedTitle = word("sections.declined.title");
  const isEmpty = useBoard((board) => board.order.actions.length === 0);
  const hasDeclined = useBoard((board) => board.order.declined.length > 0);
  const isReadOnly = useReadOnlyReason() !== undefined;
  const declinedId = "declined";
  return (
    <Page>
      <PageHead title={word("phases.actions.title")} say={word("phases.actions.invitation")} />
      <ParkedIdeas />
      {isEmpty && !hasDeclined && !isReadOnly && (
        <EmptyQuestion>
          <Trans>
            No actions. That is a result too:{" "}
            <TextButton
              onPress={() =>
                document.querySelector<HTMLElement>(`#${declinedId} textarea`)?.focus()
              }
            >
              we leave it as it is, because …
            </TextButton>
          </Trans>
        </EmptyQuestion>
      )}
      <ActionList />
      <div id={declinedId} className="mt-10 max-w-184">
        <h2 className="mb-2 type-column">{declinedTitle}</h2>
        <SectionList
          section="declined"
          label={declinedTitle}
          cardLabel={t`Decision`}
          look="row"
          composer={{
            kind: "draft",
            placeholder: t`We leave it as it is, because …`,
            label: t`What we decided not to do, and why`,
          }}
          destinations={[{ section: "actions", title: word("sections.actions.title") }]}
        />
      </div>
    </Page>
  );
}
