// One piece of evidence where it is read: an icon by kind and its own label, dotted underneath, no box.
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { isSafeUrl, type Evidence } from "@secondstory/shared";
import { useWords } from "../i18n/use-words.ts";
import { Link } from "../ui/link.tsx";
import { Popover } from "../ui/popover.tsx";
import { useRowItem } from "../ui/row-list.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { EvidenceIcon } from "./evidence-icon.tsx";
import { PastedText } from "./pasted-text.tsx";
import { hostOf } from "./read-evidence-input.ts";

/** A chip: a link opens in a new tab, pasted text opens beside it, and an address that may not be a link is plain text. */
export function EvidenceChip({ piece }: { readonly piece: Evidence }) {
  const word = useWords();
  const { t } = useLingui();
  const rowItem = useRowItem();
  const kind = word(`evidence.${piece.type}`);
  const label = piece.label.trim() || (piece.url && (hostOf(piece.url) ?? piece.url)) || kind;
  const content = (
    <>
      <EvidenceIcon type={piece.type} />
      <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
    </>
  );
  if (piece.url !== null && isSafeUrl(piece.url))
    return (
      <Link
        look="chip"
        href={piece.url}
        target="_blank"
        rel="noreferrer"
        {...rowItem}
        aria-label={t`${kind}: ${label}, opens in a new tab`}
        className="min-h-6 min-w-0"
      >
        {content}
      </Link>
    );
  if (piece.text !== null) return <PastedChip text={piece.text} label={label} content={content} />;
  return (
    <span className="inline-flex min-h-6 min-w-0 flex-wrap items-center gap-[.35em] text-s text-ink-2">
      {content}
      {piece.url !== null && piece.url !== label && (
        <span className="font-mono [overflow-wrap:anywhere]">{piece.url}</span>
      )}
    </span>
  );
}

interface PastedChipProps {
  readonly text: string;
  readonly label: string;
  readonly content: ReactNode;
}

function PastedChip({ text, label, content }: PastedChipProps) {
  return (
    <Popover
      title={label}
      placement="bottom end"
      trigger={
        <TextButton look="chip" className="inline-flex min-w-0 items-center gap-[.35em]">
          {content}
        </TextButton>
      }
    >
      <PastedText text={text} />
    </Popover>
  );
}
