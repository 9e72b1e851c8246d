// A dialog whose reason is gone closes: what only a facilitator does, for whoever does not lead from here on; what an open board
// needs, once it is sealed; and the other way round; all of them once the visit is over. Why is said where that is said.
import { useEffect } from "react";
import { isVoting } from "@secondstory/shared";
import { useConnection, useControl, useRole } from "../room/use-room.ts";
import { closePanel, usePanel, type Panel } from "../screen/panels.ts";
import { closeSideList } from "../screen/side-lists.ts";
import { closeVoteDialog } from "../voting/vote-dialog-state.ts";

const ofFacilitators: readonly Panel[] = ["links", "seal", "reopen", "delete"];
const ofOpenBoards: readonly Panel[] = ["ending", "seal"];
const ofSealedBoards: readonly Panel[] = ["reopen"];

/** Once on the board page. What is read, or holds what somebody types, stays and says why it cannot be sent. */
export function useCloseGroundless(): void {
  const open = usePanel((state) => state.open);
  const leads = useRole() === "facilitator";
  const isSealed = useControl(({ seal }) => seal !== undefined);
  const isVoteOpen = useControl(({ vote }) => isVoting(vote));
  const isOver = useConnection(({ ending }) => ending !== undefined);
  const isGroundless =
    open !== undefined &&
    ((!leads && ofFacilitators.includes(open)) ||
      (isSealed ? ofOpenBoards : ofSealedBoards).includes(open));
  useEffect(() => {
    if (isGroundless || isOver) closePanel();
    if (isOver) closeSideList();
  }, [isGroundless, isOver]);
  const mayAskForVote = leads && !isSealed && !isVoteOpen && !isOver;
  useEffect(() => {
    if (!mayAskForVote) closeVoteDialog();
  }, [mayAskForVote]);
}
