// What can be done on this screen now, by name: the palette lists it, and its key does it. Whoever is on the screen brings their
// own, for as long as they are there.
import { useEffect, useLayoutEffect, useRef } from "react";
import { create } from "zustand";
import { useShortcut } from "./use-shortcut.ts";

/** Something to do. */
export interface Command {
  /** Stays the same while the words change. */
  readonly id: string;
  /** Verb and object, in the language of the interface. */
  readonly name: string;
  /** As `Kbd` writes it: “t”, “shift+t”, “mod+z”, “g t”. */
  readonly keys?: string | undefined;
  readonly run: () => void;
  /** Moves the meeting for everybody: marked as a facilitator's. */
  readonly isLead?: boolean | undefined;
}

const useOffered = create<{ readonly commands: readonly Command[] }>()(() => ({ commands: [] }));

/** What parts of the screen offer, in the order in which they came. */
export const useOfferedCommands = (): readonly Command[] => useOffered(({ commands }) => commands);

/**
 * Offers a command and listens to its key, which is one letter, with shift or without; `isOff` does neither. Where two offer
 * the same id, the later stands.
 */
export function useCommand(command: Command, isOff = false): void {
  const { id, name, keys, isLead } = command;
  const latest = useRef(command);
  useLayoutEffect(() => {
    latest.current = command;
  });
  useEffect(() => {
    if (isOff) return undefined;
    const offered: Command = { id, name, keys, isLead, run: () => latest.current.run() };
    useOffered.setState(({ commands }) => ({
      commands: [...commands.filter((other) => other.id !== id), offered],
    }));
    return () =>
      useOffered.setState(({ commands }) => ({
        commands: commands.filter((other) => other !== offered),
      }));
  }, [id, name, keys, isLead, isOff]);
  useShortcut(asPressed(keys ?? ""), command.run, isOff || keys === undefined);
}

/** “shift+t” as the listener has it: Shift+T. */
const asPressed = (keys: string): string =>
  keys.startsWith("shift+") ? `Shift+${keys.slice("shift+".length).toUpperCase()}` : keys;
