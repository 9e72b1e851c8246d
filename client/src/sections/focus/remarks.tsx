// What was said about an item, and the line in which whoever takes notes writes it down.
import { Trans, useLingui } from "@lingui/react/macro";
import { PencilLine } from "lucide-react";
import type { CardId } from "@secondstory/shared";
import { CardText } from "../../cards/card-text.tsx";
import { excerptOf } from "../../cards/excerpt-of.ts";
import { RowMenu } from "../../cards/row-menu.tsx";
import { useRequest } from "../../frame/use-request.ts";
import { useReadOnlyReason, useBoard, useControl, useConnection } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { OutOfRow } from "../../ui/row-list.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { RemarkForm } from "./remark-form.tsx";

/** The remarks on an item in focus, and who takes notes. */
export function Remarks({ about }: { readonly about: CardId }) {
  const { t } = useLingui();
  const session = useSession();
  const ids = useBoard(({ remarks }) => remarks[about]);
  const noteTaker = useControl((control) => control.noteTaker);
  const isReadOnly = useReadOnlyReason() !== undefined;
  if (isReadOnly && !ids && noteTaker === undefined) return null;
  return (
    <OutOfRow>
      <section aria-label={t`Said in the meeting`}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h3 className="text-s font-semibold text-ink-2">
            <Trans>Said in the meeting</Trans>
          </h3>
          <NoteTaker />
        </div>
        {ids && (
          <ul className="mt-1.5 grid gap-1.5 coarse:mt-4 coarse:gap-5">
            {ids.map((id) => (
              <Remark key={id} id={id} />
            ))}
          </ul>
        )}
        {noteTaker === session.me && !isReadOnly && <RemarkForm inFocus={about} />}
      </section>
    </OutOfRow>
  );
}

function Remark({ id }: { readonly id: CardId }) {
  const { t } = useLingui();
  const card = useBoard(({ cards }) => cards[id]);
  if (!card) return null;
  return (
    <li data-card={id} className="group/row flex items-start gap-2">
      <span aria-hidden className="type-note leading-[1.4]! text-ink-3">
        –
      </span>
      <CardText
        card={card}
        label={t`Said in the meeting`}
        className="min-w-0 flex-1 type-note leading-[1.4]!"
      />
      <RowMenu
        id={id}
        label={t`This remark`}
        buttonLabel={t`More for: ${excerptOf(card)}`}
        remove={t`Remove remark`}
        removed={t`Remark removed.`}
        className="-my-1 -mr-2"
      />
    </li>
  );
}

/** Who takes notes; anybody who writes may take it over or give it up. */
export function NoteTaker() {
  const { t } = useLingui();
  const { me } = useSession();
  const request = useRequest();
  const noteTaker = useControl((control) => control.noteTaker);
  const name = useControl((control) => noteTaker && control.roster[noteTaker]?.name);
  const isOnline = useConnection((connection) => connection.isOnline);
  const isReadOnly = useReadOnlyReason() !== undefined;
  const offline = isOnline ? undefined : t`This needs the connection: the server decides it.`;
  const isMe = noteTaker === me;
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-s text-ink-2">
      {name && (
        <span className="inline-flex items-center gap-1">
          <Icon of={PencilLine} />
          {isMe ? <Trans>You take notes</Trans> : <Trans>{name} takes notes</Trans>}
        </span>
      )}
      {!isReadOnly && (
        <TextButton
          disabledReason={offline}
          onPress={() => void request({ type: "takeNotes", take: !isMe })}
        >
          {isMe ? <Trans>Stop</Trans> : name ? <Trans>Take over</Trans> : <Trans>Take notes</Trans>}
        </TextButton>
      )}
    </span>
  );
}
