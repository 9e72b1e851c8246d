// Toasts: one at a time, bottom centre above the dock. They stay 6 s, 10 s with an action, and as long as somebody hovers
// or focuses them; a newer one waits for that, else it takes the place of the older. This file and toast-region.tsx are the
// only ones that know React Aria's toasts, which are not stable yet.
import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";

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

/** What is shown, for the region alone. */
export const toastQueue = new OneAtATime();
