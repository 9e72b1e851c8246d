// An editor on a shared text: which nodes and marks there are (those of the model's rich text, in every editor, because an
// editor deletes what it does not know), and what the keys do.
import { Editor } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { StarterKit } from "@tiptap/starter-kit";
import * as Y from "yjs";
import { readAwarenessState, readParticipantId } from "@secondstory/shared";
import type { Session } from "../room/open-session.ts";
import { LinkMark } from "./link-mark.ts";
import { remoteCarets, type CaretPerson } from "./remote-carets.ts";
import { sharedText } from "./shared-text.ts";

interface EditorOptions {
  readonly host: HTMLElement;
  readonly session: Session;
  readonly fragment: Y.XmlFragment;
  /** Nobody else has this text: no carets, and a history of its own that ends with the editor. */
  readonly isPrivate: boolean;
  readonly placeholder: string;
  /** Whether typed signs become lists and quotes. */
  readonly isRich: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

const kit = StarterKit.configure({
  undoRedo: false,
  heading: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  underline: false,
  link: false, // ours has an address only
  trailingNode: false, // everyone who opened the text would add a paragraph to it
  dropcursor: false,
});

/** Makes an editor inside `host`. Its owner destroys it. */
export function createEditor(options: EditorOptions): Editor {
  const { host, session, fragment, isPrivate, placeholder, isRich, onKeyDown } = options;
  const ownUndo = isPrivate ? new Y.UndoManager(fragment) : undefined;
  return new Editor({
    element: host,
    injectCSS: false,
    enableInputRules: isRich ? true : ["link"],
    extensions: [
      kit,
      LinkMark,
      Placeholder.configure({ placeholder }),
      sharedText({ fragment, undoManager: ownUndo ?? session.undoManager }),
      ...(ownUndo ? [] : [remoteCarets(session.awareness, (id) => personOf(session, id))]),
    ],
    onDestroy: () => ownUndo?.destroy(),
    editorProps: {
      attributes: { class: "rich-text editor-text" },
      handleKeyDown: (_view, event) => onKeyDown(event),
      // Tab goes on to the next control; the lists would take it.
      handleDOMEvents: { keydown: (_view, event) => event.key === "Tab" },
    },
  });
}

function personOf(session: Session, clientId: number): CaretPerson | undefined {
  const state = readAwarenessState(session.awareness.getStates().get(clientId));
  const id = readParticipantId(state?.participantId);
  const person = id && session.controlView.getState().roster[id];
  return person && { name: person.name, colour: (person.joinOrder % 8) + 1 };
}
