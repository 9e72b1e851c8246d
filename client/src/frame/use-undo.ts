import { useCallback, useSyncExternalStore } from "react";
import { useSession } from "../room/use-session.ts";

export interface Undo {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Takes back my own last step, or does it again; never what others did. */
export function useUndo(): Undo {
  const { undoManager } = useSession();
  const subscribe = useCallback(
    (onChange: () => void) => {
      const events = ["stack-item-added", "stack-item-popped", "stack-cleared"] as const;
      for (const event of events) undoManager.on(event, onChange);
      return () => {
        for (const event of events) undoManager.off(event, onChange);
      };
    },
    [undoManager],
  );
  return {
    canUndo: useSyncExternalStore(subscribe, () => undoManager.canUndo()),
    canRedo: useSyncExternalStore(subscribe, () => undoManager.canRedo()),
    undo: useCallback(() => void undoManager.undo(), [undoManager]),
    redo: useCallback(() => void undoManager.redo(), [undoManager]),
  };
}
