// Toasts: one at a time, bottom centre above the dock. They stay 6 s, 10 s with an action, and as long as somebody hovers
// or focuses them; a newer one waits for that, else it takes the place of the older. The only file that knows React
// Aria's toasts, which are not stable yet.
import { useLingui } from "@lingui/react/macro";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from "react-aria-components/Toast";
import { Button as AriaButton } from "react-aria-components/Button";
import { Kbd, keysText } from "./kbd.tsx";

export interface Toast {
  /** One sentence: what happened, and what is kept. */
  readonly text: string;
  readonly action?: {
    readonly label: string;
    readonly onPress: () => void;
    readonly shortcut?: string | undefined;
  };
}

const plainMs = 6_000;
const withActionMs = 10_000;

class OneAtATime extends ToastQueue<Toast> {
  #isHeld = false;
  #waiting: Toast | undefined;

  constructor() {
    super({ maxVisibleToasts: 1 });
  }

  show(toast: Toast): void {
    if (this.#isHeld && this.visibleToasts.length > 0) {
      this.#waiting = toast;
      return;
    }
    this.#waiting = undefined;
    this.clear();
    this.add(toast, { timeout: toast.action ? withActionMs : plainMs });
  }

  override pauseAll(): void {
    this.#isHeld = true;
    super.pauseAll();
  }

  override resumeAll(): void {
    this.#isHeld = false;
    super.resumeAll();
    if (this.#waiting) this.show(this.#waiting);
  }

  override close(key: string): void {
    super.close(key);
    this.#isHeld = false;
    if (this.#waiting) this.show(this.#waiting);
  }
}

const queue = new OneAtATime();

/** Says something that does not need an answer. */
export const showToast = (toast: Toast): void => queue.show(toast);

/** Takes away what is shown. */
export const clearToasts = (): void => queue.clear();

/** Where toasts come up; once in the app. */
export function ToastRegion() {
  const { t } = useLingui();
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={t`Notices`}
      data-screen-only
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--dock)+env(safe-area-inset-bottom)+.75rem)] z-50 flex justify-center outline-none"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="pointer-events-auto flex max-w-xl animate-[toast-in_var(--enter)_var(--ease)] items-center gap-4 rounded-control bg-ink px-4 py-[.7rem] text-on-ink shadow-pop"
        >
          <ToastContent>{toast.content.text}</ToastContent>
          {toast.content.action && (
            <AriaButton
              className="touch-target shrink-0 font-semibold underline decoration-current decoration-1 underline-offset-3 focus-visible:outline-current"
              onPress={() => {
                toast.content.action?.onPress();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
              {toast.content.action.shortcut && (
                <Kbd className="ml-1.5 border-current">
                  {keysText(toast.content.action.shortcut)}
                </Kbd>
              )}
            </AriaButton>
          )}
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
