// What an event or an action rests on, to add and to take away: one field that takes an address or any pasted text.
import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import {
  evidenceTypes,
  putEvidence,
  removeEvidence,
  type CardId,
  type Evidence,
} from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { useDraft } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { PrivateTextArea } from "../sharing/private-text-area.tsx";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Select } from "../ui/select.tsx";
import { isTextField, TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { readEvidenceInput } from "./read-evidence-input.ts";

interface EvidenceEditorProps {
  readonly card: CardId;
  readonly evidence: readonly Evidence[];
  readonly onClose: () => void;
}

/** The evidence of a card, with a field for more. */
export function EvidenceEditor({ card, evidence, onClose }: EvidenceEditorProps) {
  const { t } = useLingui();
  const session = useSession();
  const [input, setInput] = useDraft(`evidence.${card}`);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const add = () => {
    const piece = readEvidenceInput(input);
    setTried(piece === undefined);
    if (piece) {
      const id = session.newEvidenceId();
      putEvidence(session.board, card, { id, ...piece, addedAt: session.now() });
      setInput("");
    }
    field.current?.focus();
  };
  return (
    // Listens to keys of the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t`Evidence`}
      className="mt-2 max-w-160 rounded-sheet border-[1.5px] border-you bg-sheet px-4 pt-3 pb-4 font-ui"
      onKeyDown={(event) => {
        if (event.defaultPrevented || !isTextField(event.target)) return;
        if (event.key === "Escape") onClose();
        else if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
        else if (event.target === field.current) add();
        event.preventDefault();
      }}
    >
      {evidence.length > 0 && (
        <ul className="mb-3 grid gap-2">
          {evidence.map((piece) => (
            <EvidencePiece
              key={piece.id}
              card={card}
              piece={piece}
              onRemoved={() => field.current?.focus()}
            />
          ))}
        </ul>
      )}
      <PrivateTextArea
        label={t`A link, or text to keep as it is`}
        hint={t`Logs, chat lines, figures: pasted text stays whole. Shift+Enter breaks the line.`}
        rows={1}
        value={input}
        onChange={setInput}
        inputRef={field}
        autoFocus
        {...(isTried && input.trim() === "" && { error: t`There is nothing to add yet.` })}
      />
      <div className="mt-3 flex gap-2">
        <Button look="ink" size="small" onPress={add}>
          <Trans>Add evidence</Trans>
        </Button>
        <Button look="quiet" size="small" onPress={onClose}>
          <Trans>Done</Trans>
        </Button>
      </div>
    </div>
  );
}

interface EvidencePieceProps {
  readonly card: CardId;
  readonly piece: Evidence;
  readonly onRemoved: () => void;
}

function EvidencePiece({ card, piece, onRemoved }: EvidencePieceProps) {
  const { t } = useLingui();
  const word = useWords();
  const { board } = useSession();
  const put = (change: Partial<Evidence>) => putEvidence(board, card, { ...piece, ...change });
  const shown = piece.url ?? firstLine(piece.text ?? "");
  return (
    <li className="border-b border-line pb-2">
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label={t`Kind of evidence`}
          isLabelHidden
          className="w-40"
          options={evidenceTypes.map((id) => ({ id, label: word(`evidence.${id}`) }))}
          value={piece.type}
          onChange={(type) => put({ type })}
        />
        <TextField
          label={t`What it is called`}
          isLabelHidden
          placeholder={word(`evidence.${piece.type}`)}
          className="min-w-40 flex-1"
          inputClassName="font-ui! text-m! min-h-[2.4rem]!"
          value={piece.label}
          onChange={(label) => put({ label })}
        />
        <Button
          look="quiet"
          size="icon"
          aria-label={t`Remove evidence: ${piece.label || shown}`}
          tooltip={t`Remove`}
          onPress={() => {
            if (removeEvidence(board, card, piece.id).ok)
              showToast({
                text: t`Evidence removed.`,
                action: { label: t`Undo`, onPress: () => void putEvidence(board, card, piece) },
              });
            onRemoved();
          }}
        >
          <Icon of={X} />
        </Button>
      </div>
      <p className="mt-1 truncate font-mono text-s text-ink-2">{shown}</p>
    </li>
  );
}

const firstLine = (text: string): string => text.trim().split("\n", 1)[0] ?? "";
