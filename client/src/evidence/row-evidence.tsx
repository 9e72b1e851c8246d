import type { Card } from "@secondstory/shared";
import { focusRow, OutOfRow } from "../ui/row-list.tsx";
import { EvidenceEditor } from "./evidence-editor.tsx";

interface RowEvidenceProps {
  readonly card: Card;
  readonly onClose: () => void;
}

/** The evidence of a card that is a row, opened in it; closing goes back to the row. */
export function RowEvidence({ card, onClose }: RowEvidenceProps) {
  return (
    <OutOfRow>
      <EvidenceEditor
        card={card.id}
        evidence={card.evidence}
        onClose={() => {
          onClose();
          focusRow(card.id);
        }}
      />
    </OutOfRow>
  );
}
