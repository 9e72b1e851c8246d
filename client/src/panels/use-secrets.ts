import { useSyncExternalStore } from "react";
import type { Role } from "@secondstory/shared";
import { knownBoard, subscribeToKnownBoards } from "../room/known-boards.ts";
import { useSession } from "../room/use-session.ts";

const none = {};

/** The link secrets of this board that this browser has seen, by the role they give. */
export function useSecrets(): Readonly<Partial<Record<Role, string>>> {
  const { boardId } = useSession();
  return useSyncExternalStore(subscribeToKnownBoards, () => knownBoard(boardId)?.secrets ?? none);
}
