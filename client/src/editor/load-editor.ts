// The editor itself, a chunk of its own that is not part of the first paint: asked for once, then at hand for every card.
import { useEffect, useSyncExternalStore, type ComponentType } from "react";
import type { RichEditorProps } from "./rich-editor.tsx";

let loaded: ComponentType<RichEditorProps> | undefined;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Without a network the chunk may not come at once; asking again this often costs nothing. */
const retryMs = 5_000;

/** Fetches the editor, if it is not there yet. Good to call as soon as the page is idle. */
export function loadEditor(): Promise<void> {
  loading ??= import("./rich-editor.tsx").then(
    (module) => {
      loaded = module.RichEditor;
      for (const listener of listeners) listener();
    },
    () => {
      loading = undefined;
    },
  );
  return loading;
}

/** The editor once it is there; until then it is being fetched. */
export function useLoadedEditor(): ComponentType<RichEditorProps> | undefined {
  const editor = useSyncExternalStore(subscribe, () => loaded);
  useEffect(() => {
    if (editor) return undefined;
    void loadEditor();
    const timer = setInterval(() => void loadEditor(), retryMs);
    return () => clearInterval(timer);
  }, [editor]);
  return editor;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
