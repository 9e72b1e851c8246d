import { useLingui } from "@lingui/react/macro";
import { Button as AriaButton } from "react-aria-components/Button";
import { Text } from "react-aria-components/Text";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from "react-aria-components/Toast";
import { Shortcut } from "./kbd.tsx";
import { toastQueue } from "./toast-queue.ts";

/** Where toasts come up; once in the app. */
export default function ToastRegion() {
  const { t } = useLingui();
  return (
    <AriaToastRegion
      queue={toastQueue}
      aria-label={t`Notices`}
      data-screen-only
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--dock)+env(safe-area-inset-bottom)+.75rem)] z-50 flex justify-center outline-none"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="pointer-events-auto flex max-w-xl animate-[toast-in_var(--enter)_var(--ease)] items-center gap-4 rounded-control bg-ink px-4 py-[.7rem] text-on-ink shadow-pop"
        >
          {/* as an alert it would cut in; what it says is announced politely where it is shown */}
          <ToastContent role="presentation" aria-atomic={false}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action && (
            <AriaButton
              className="touch-target shrink-0 font-semibold underline decoration-current decoration-1 underline-offset-3 focus-visible:outline-current"
              onPress={() => {
                toast.content.action?.onPress();
                toastQueue.close(toast.key);
              }}
            >
              {toast.content.action.label}
              {toast.content.action.shortcut && (
                <Shortcut keys={toast.content.action.shortcut} className="ml-1.5 border-current" />
              )}
            </AriaButton>
          )}
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
