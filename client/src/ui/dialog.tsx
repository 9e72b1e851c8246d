import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { cx } from "./cx.ts";

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** A question, or what this is. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The answers, the safe one outlined; each is a verb. */
  readonly actions?: ReactNode;
  /** It asks before something that cannot be undone: a press outside does not close it. */
  readonly isAlert?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A question that stands before everything else. Used sparingly: losing the connection is never one. */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
  isAlert = false,
  className,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable={!isAlert}
      className="fixed inset-0 z-40 grid grid-cols-[minmax(0,1fr)] h-(--visual-viewport-height) place-items-center overflow-auto bg-[color-mix(in_oklab,var(--ink)_22%,transparent)] p-4 transition-opacity duration-(--enter) entering:opacity-0 exiting:opacity-0 dark:bg-[oklch(0_0_0/.5)]"
    >
      <Modal
        className={cx(
          "enters w-full max-w-[29rem] rounded-dialog border border-line bg-sheet text-ink shadow-lift",
          className,
        )}
      >
        <AriaDialog role={isAlert ? "alertdialog" : "dialog"} className="p-6 outline-none">
          <Heading slot="title" className="type-dialog">
            {title}
          </Heading>
          {children && <div className="mt-3">{children}</div>}
          {actions && <div className="mt-5 flex flex-wrap gap-2">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
