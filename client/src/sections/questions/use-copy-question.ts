// A question as a message for a chat: its words, the event it is about, and the board's link without a secret.
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { CardOf } from "@secondstory/shared";
import { useLanguage } from "../../i18n/use-words.ts";
import { cardLink } from "../../room/board-link.ts";
import { useSession } from "../../room/use-session.ts";
import { dateText, timeText, zoneText } from "../../time/time-text.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { dateOf } from "../../time/zoned.ts";
import { copyText } from "../../ui/copy-text.ts";
import { showToast } from "../../ui/toast.tsx";

interface CopyQuestion {
  readonly copy: () => Promise<void>;
  /** The message, where a browser refuses the clipboard: to be copied by hand. */
  readonly byHand: string | undefined;
}

/** Copies one question. */
export function useCopyQuestion(
  question: CardOf<"questions">,
  event: CardOf<"timeline">,
): CopyQuestion {
  const { t } = useLingui();
  const language = useLanguage();
  const { boardId } = useSession();
  const { zone } = useTimeZone();
  const [byHand, setByHand] = useState<string>();
  const { when } = event.fields;
  const { to } = question.fields;
  const asked = question.plain.trim();
  const happened = event.plain.trim().replaceAll(/\s+/g, " ");
  const day = when && dateText(dateOf(when.at, zone), language);
  const time = when && `${when.approx ? "~" : ""}${timeText(when.at, zone)} ${zoneText(zone)}`;
  const about = when ? t`About “${happened}”, ${day}, ${time}` : t`About “${happened}”`;
  const link = cardLink(boardId, question.id);
  const answerAt = t`Answer here, if you have joined the board: ${link}`;
  const message = `${to ? t`A question for ${to}:` : t`A question:`} ${asked}\n${about}\n${answerAt}`;
  return {
    byHand,
    copy: async () => {
      if (await copyText(message)) {
        setByHand(undefined);
        showToast({ text: t`Question copied, with the event and the link to the board.` });
      } else setByHand(message);
    },
  };
}
