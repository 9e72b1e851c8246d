// Everyone is heard once: a card each, mine first while it is mine to write. What I write is sent when I keep it; who says
// nothing has no empty place.
import { useLingui } from "@lingui/react/macro";
import { readCardId, type Card, type CardId, type CardOf } from "@secondstory/shared";
import { FoldedSlip } from "../../cards/folded-slip.tsx";
import { VoiceMenu } from "../../cards/voice-menu.tsx";
import { StaticText } from "../../editor/static-text.tsx";
import { useBoard, useControl, useReadOnlyReason } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";
import { cx } from "../../ui/cx.ts";
import { NothingYet } from "../../ui/nothing-yet.tsx";
import { OthersPile } from "../hidden/own-notes.tsx";
import { useIsHidden } from "../hidden/use-writing.ts";
import { MyVoice } from "./my-voice.tsx";
import { SilentVoice, useIsSilent } from "./silent-voice.tsx";
import { emojiSize, isEmojiOnly, type VoiceSection } from "./voice-section.ts";

interface VoicesProps {
  readonly section: VoiceSection;
  readonly question: string;
}

/** The cards of a check-in or a check-out. */
export function Voices({ section, question }: VoicesProps) {
  const { me } = useSession();
  const isReadOnly = useReadOnlyReason() !== undefined;
  const ids = useBoard((board) => board.order[section]);
  const mine = useBoard((board) => myCard(Object.values(board.cards), section, me));
  const others = ids.filter((id) => id !== mine?.id || isReadOnly);
  // as text, which is the same value while it says the same
  const folded = useBoard((board) =>
    board.aside.filter((id) => board.cards[id]?.section === section && id !== mine?.id).join(" "),
  );
  const size = sizeFor(ids.length);
  const isHidden = useIsHidden(section);
  const isSilent = useIsSilent() && section === "check-in";
  return (
    <ul
      aria-label={question}
      className="grid content-start border-t border-line half:grid-cols-2 laptop:grid-cols-3"
    >
      {!isReadOnly && (
        <li className="min-w-0 half:mr-[1.3rem]">
          <MyVoice
            section={section}
            question={question}
            card={mine}
            size={size}
            isHidden={isHidden}
          />
          {isSilent && <SilentVoice question={question} />}
        </li>
      )}
      {isReadOnly && isHidden && section === "check-in" && (
        <li className="py-4 half:pr-[1.3rem]">
          <OthersPile section={section} />
        </li>
      )}
      {isReadOnly && !isHidden && others.length === 0 && (
        <li className="py-4">
          <NothingYet />
        </li>
      )}
      {others.map((id) => (
        <Voice key={id} id={id} size={size} />
      ))}
      {folded.split(" ").map((text) => {
        const id = readCardId(text);
        return (
          id && (
            <li key={id} data-card={id} className="border-b border-line py-4 half:pr-[1.3rem]">
              <FoldedSlip id={id} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** The first card that this person signed, a blank one too. */
function myCard(
  cards: readonly Card[],
  section: VoiceSection,
  me: string,
): CardOf<VoiceSection> | undefined {
  return cards.find(
    (card): card is CardOf<VoiceSection> =>
      card.section === section && card.by === me && card.removedAt === undefined,
  );
}

/** Type answers to the number of voices. */
function sizeFor(count: number): string {
  if (count <= 9) return "text-[1.5rem]! leading-[1.3]!";
  return count <= 12 ? "text-xl! leading-[1.32]!" : "text-l! leading-[1.4]!";
}

function Voice({ id, size }: { readonly id: CardId; readonly size: string }) {
  const { t } = useLingui();
  const language = useControl((control) => control.language);
  const card = useBoard((board) => board.cards[id]);
  const name = useControl((control) => (card?.by ? control.roster[card.by]?.name : undefined));
  if (!card || (card.section !== "check-in" && card.section !== "check-out")) return null;
  return (
    <li
      data-card={id}
      className="group/row flex min-h-32 min-w-0 flex-col gap-2 border-b border-line py-4 half:min-h-36 half:pr-[1.3rem]"
    >
      {card.fields.passes ? (
        <p className={cx("type-note text-ink-3 italic", size)}>{t`passes, and that is fine`}</p>
      ) : (
        <StaticText
          text={card.text}
          lang={language}
          className={cx("type-note", isEmojiOnly(card.plain) ? emojiSize : size)}
        />
      )}
      <div className="mt-auto flex items-center justify-between gap-2">
        <p className="type-small font-medium! text-ink-2">{name ?? t`no longer here`}</p>
        {!card.fields.passes && <VoiceMenu id={id} />}
      </div>
    </li>
  );
}
