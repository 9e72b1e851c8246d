// Setting a note aside, with a way back for some seconds.
import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import type { CardId } from "@secondstory/shared";
import { useRequest } from "../frame/use-request.ts";
import { showToast } from "../ui/toast.tsx";
import { focusCard } from "./focus-card.ts";

/** Asks the server to fold a note. What it declines is said. */
export function useSetAside(id: CardId): () => Promise<void> {
  const { t } = useLingui();
  const request = useRequest();
  return useCallback(async () => {
    const answer = await request({ type: "setAside", card: id });
    if (!answer.ok) return;
    const undo = async () => {
      const undone = await request({ type: "undoSetAside", card: id });
      if (undone.ok) focusCard(id);
    };
    showToast({
      text: t`Set aside. Whoever wrote it is asked, in private, to say it another way.`,
      action: { label: t`Undo`, onPress: () => void undo() },
    });
    focusCard(id);
  }, [request, id, t]);
}
