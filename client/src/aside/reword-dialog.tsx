// A note that was set aside, as whoever has its words sees it: it asks what the group should know, and puts it back in other
// words. It quotes the words, never a person, and says what others are told: nothing.
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { maxRewordedLength, rewordingOf, type CardId } from "@secondstory/shared";
import { failureSentence } from "../room/failure-sentence.ts";
import { useReadOnlySentence } from "../room/use-read-only-sentence.ts";
import { useBoard, useConnection, useDraft, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { useIsSharing } from "../screen/sharing.ts";
import { Button } from "../ui/button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { useRewording } from "./rewording.ts";
import { useKeptWords, type WithMe } from "./use-kept-words.ts";

/** Once on the board page; `reword` opens it. */
export function RewordDialog() {
  const { t } = useLingui();
  const isAskedFor = usePanel(({ open }) => open === "reword");
  const isSharing = useIsSharing();
  const asked = useRewording(({ card }) => card);
  const all = useKeptWords();
  const withMe = all.find(({ card }) => card === asked) ?? all[0];
  const isOpen = isAskedFor && withMe !== undefined;
  if (isOpen && isSharing)
    return (
      <Dialog isOpen onClose={closePanel} title={t`Words that are with you`} actions={<Later />}>
        <p>
          <Trans>Others may see this screen now. They wait until you no longer share it.</Trans>
        </p>
      </Dialog>
    );
  return (
    <Dialog
      isOpen={isOpen}
      onClose={closePanel}
      title={
        withMe && !withMe.kept
          ? t`It was set aside while you typed`
          : t`Would you say it another way?`
      }
    >
      {withMe &&
        (withMe.kept ? (
          <Reword key={withMe.card} withMe={withMe} kept={withMe.kept} />
        ) : (
          <Typed card={withMe.card} />
        ))}
    </Dialog>
  );
}

interface RewordProps {
  readonly withMe: WithMe;
  readonly kept: NonNullable<WithMe["kept"]>;
}

function Reword({ withMe: { card }, kept }: RewordProps) {
  const { t } = useLingui();
  const { request } = useSession();
  const role = useRole();
  const readOnly = useReadOnlySentence();
  const isOnline = useConnection((connection) => connection.isOnline);
  const isSigned = useBoard(({ cards }) => typeof cards[card]?.by === "string");
  const [draft, setDraft] = useDraft(rewordingOf(card));
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const text = draft === "" ? kept.text : draft;
  const isSame = bare(text) === bare(kept.text);
  const reason =
    readOnly ??
    (isOnline ? undefined : t`This needs the connection: the server puts it back.`) ??
    (bare(text) === "" ? t`Write what should stand there.` : undefined) ??
    (isSame && role !== "facilitator" ? t`Change the words first.` : undefined) ??
    (isAsking ? t`The server is putting it back.` : undefined);
  const putBack = async () => {
    setAsking(true);
    const answer = await request({ type: "putBack", card, text });
    setAsking(false);
    if (!answer.ok) return setProblem(failureSentence(answer));
    setDraft("");
    closePanel();
    showToast({ text: t`It is back on the board.` });
  };
  return (
    <>
      <p className="leading-relaxed">
        {kept.isMine ? (
          <Trans>
            Somebody asked to fold this note for now. Its words are with you alone, and nobody is
            told that they are yours. Which part of it should the group know?
          </Trans>
        ) : (
          <Trans>
            This note was set aside, and nobody can be found who wrote it. Its words are with those
            who lead. Which part of it should the group know?
          </Trans>
        )}
      </p>
      <ul className="my-3 flex list-disc flex-col gap-1 pl-5 type-say">
        <li>
          <Trans>What did you see at that moment, and what did the tools show?</Trans>
        </li>
        <li>
          <Trans>What made it hard, for anyone in that seat?</Trans>
        </li>
      </ul>
      <TextArea
        label={t`In other words`}
        value={text}
        onChange={(next) => setDraft(next === "" ? " " : next)}
        inputClassName="wrap-anywhere"
        maxLength={maxRewordedLength}
        error={problem}
        autoFocus
      />
      {!isSame && (
        <details className="mt-2 text-s text-ink-2">
          <summary className="cursor-pointer py-1">
            <Trans>As it stood there</Trans>
          </summary>
          <blockquote className="mt-1 max-h-32 overflow-auto border-l-2 border-line pl-3 font-story whitespace-pre-wrap wrap-anywhere">
            {kept.text}
          </blockquote>
        </details>
      )}
      <p className="mt-3 text-s text-ink-2">
        {isSigned ? (
          <Trans>It comes back in its place, signed as it was.</Trans>
        ) : (
          <Trans>
            It comes back in its place, and nobody sees who put it there. Whoever runs the server
            could find out.
          </Trans>
        )}
        {kept.evidence.length > 0 && (
          <>
            {" "}
            <Trans>Its evidence comes back with it.</Trans>
          </>
        )}
      </p>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button look="you" onPress={() => void putBack()} disabledReason={reason}>
          <Trans>Put it back</Trans>
        </Button>
        <Later />
      </div>
    </>
  );
}

/** Somebody else's note, in which I was typing. */
function Typed({ card }: { readonly card: CardId }) {
  const { t } = useLingui();
  const [text, setText] = useDraft(rewordingOf(card));
  return (
    <>
      <p className="mb-3 leading-relaxed">
        <Trans>
          This note was set aside while you were typing in it. The server had not heard of your last
          words; they are here.
        </Trans>
      </p>
      <blockquote className="max-h-48 overflow-auto border-l-2 border-you-line pl-3 type-note whitespace-pre-wrap wrap-anywhere">
        {text}
      </blockquote>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button
          onPress={() =>
            void copyText(text).then((isCopied) =>
              showToast({ text: isCopied ? t`Copied.` : t`Copy it by hand.` }),
            )
          }
        >
          <Trans>Copy the words</Trans>
        </Button>
        <Button look="quiet" onPress={() => setText("")}>
          <Trans>Let go of them</Trans>
        </Button>
        <Later />
      </div>
    </>
  );
}

function Later() {
  return (
    <Button look="quiet" onPress={closePanel}>
      <Trans>Later</Trans>
    </Button>
  );
}

const bare = (text: string): string => text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
