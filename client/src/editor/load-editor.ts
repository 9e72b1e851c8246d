// The editor itself, a chunk of its own that is not part of the first paint: asked for once, then at hand for every card.
import {
  createElement,
  useEffect,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from "react";
import { invariant } from "@secondstory/shared";
import type { RichEditorProps } from "./rich-editor.tsx";

let loaded: ComponentType<RichEditorProps> | undefined;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Without a network the chunk may not come at once; asking again this often costs nothing. */
const retryMs = 5_000;

/** Fetches the editor once the browser has nothing better to do, so that the first press finds it, offline too. */
export function loadEditorWhenIdle(): void {
  if (loading) return;
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(() => void loadEditor());
  else setTimeout(() => void loadEditor(), 1_000);
}

/** Fetches the editor, if it is not there yet. */
export function loadEditor(): Promise<void> {
  loading ??= fetchEditor();
  return loading;
}

async function fetchEditor(): Promise<void> {
  try {
    loaded = (await import("./rich-editor.tsx")).RichEditor;
    for (const listener of listeners) listener();
  } catch {
    loading = undefined; // whoever waits for it asks again
  }
}

/** Whether the editor is there; until then it is being fetched. */
export function useIsEditorLoaded(): boolean {
  const isLoaded = useSyncExternalStore(subscribe, () => loaded !== undefined);
  useEffect(() => {
    if (isLoaded) return undefined;
    void loadEditor();
    const timer = setInterval(() => void loadEditor(), retryMs);
    return () => clearInterval(timer);
  }, [isLoaded]);
  return isLoaded;
}

/** The editor proper; only once it is loaded. */
export function LoadedEditor(props: RichEditorProps): ReactNode {
  invariant(loaded, "the editor is loaded before it is drawn");
  return createElement(loaded, props);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
