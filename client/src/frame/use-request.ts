import { useCallback } from "react";
import type { MeetingRequest } from "@secondstory/shared";
import { withBoardMessages } from "../i18n/i18n.ts";
import type { RequestAnswer } from "../room/asker.ts";
import { useSession } from "../room/use-session.ts";
import { untilLoaded } from "../ui/later.ts";
import { showToast } from "../ui/toast.tsx";

/** Asks the server to decide. What it declines, or had to leave out, is said in a toast; the answer tells whether it went through. */
export function useRequest(): (request: MeetingRequest) => Promise<RequestAnswer> {
  const { request } = useSession();
  return useCallback(
    async (asked) => {
      const answer = await request(asked);
      if (!answer.ok) {
        const { failureSentence } = await untilLoaded(() =>
          withBoardMessages(import("../room/failure-sentence.ts")),
        );
        showToast({ text: failureSentence(answer) });
      } else if (answer.leftOut) {
        const { leftOutSentence } = await untilLoaded(() =>
          withBoardMessages(import("../room/left-out-sentence.ts")),
        );
        showToast({ text: leftOutSentence(asked.type, answer.leftOut) });
      }
      return answer;
    },
    [request],
  );
}
