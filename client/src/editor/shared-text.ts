// Binds an editor to a shared text and to the session's one UndoManager. The official extension does the same, but its
// undo plugin destroys the manager with the editor, and one of ours is only ever lent.
import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { ySyncPlugin, ySyncPluginKey, yUndoPlugin, yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";

interface SharedTextOptions {
  readonly fragment: Y.XmlFragment;
  readonly undoManager: Y.UndoManager;
}

/** The text of an editor as everybody's: its content, and undo of one's own changes to the board. */
export const sharedText = ({ fragment, undoManager }: SharedTextOptions) =>
  Extension.create({
    name: "sharedText",
    priority: 1000,
    addKeyboardShortcuts: () => ({
      "Mod-z": () => undone(undoManager.undo()),
      "Mod-y": () => undone(undoManager.redo()),
      "Shift-Mod-z": () => undone(undoManager.redo()),
    }),
    addProseMirrorPlugins: () => {
      undoManager.addTrackedOrigin(ySyncPluginKey);
      return [ySyncPlugin(fragment), lentUndo(undoManager), ruleIsAStep(undoManager)];
    },
  });

/** The key belongs to the editor even when there is nothing to undo: the browser has its own idea of undoing. */
const undone = (_step: unknown): true => true;

/** The undo plugin for its memory of selections, with a view that takes its own listeners with it and nothing else. */
function lentUndo(undoManager: Y.UndoManager): Plugin {
  const plugin = yUndoPlugin({ undoManager });
  plugin.spec.view = (view) => {
    const binding = () => ySyncPluginKey.getState(view.state)?.binding;
    const onAdded = ({ stackItem }: StackEvent) => {
      stackItem.meta.set(binding(), yUndoPluginKey.getState(view.state)?.prevSel);
    };
    const onPopped = ({ stackItem }: StackEvent) => {
      const current = binding();
      const selection: unknown = stackItem.meta.get(current);
      if (current && selection) current.beforeTransactionSelection = selection;
    };
    undoManager.on("stack-item-added", onAdded);
    undoManager.on("stack-item-popped", onPopped);
    return {
      destroy: () => {
        undoManager.off("stack-item-added", onAdded);
        undoManager.off("stack-item-popped", onPopped);
      },
    };
  };
  return plugin;
}

interface StackEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown> };
}

/** What a typing rule did (a dash became a list) is a step of its own: the first undo takes back the rule alone. */
const ruleIsAStep = (undoManager: Y.UndoManager): Plugin =>
  new Plugin({
    filterTransaction: (transaction) => {
      if (transaction.getMeta("inputRule")) undoManager.stopCapturing();
      return true;
    },
  });
