// Toasts as everybody else uses them. What draws them arrives after the first paint.
import { Suspense } from "react";
import { later } from "./later.ts";
import { announce } from "./live-region.tsx";
import { toastQueue, type Toast } from "./toast-queue.ts";

export type { Toast } from "./toast-queue.ts";

/** Says something that does not need an answer, to eyes and, politely, to ears. */
export function showToast(toast: Toast): void {
  announce(toast.text);
  toastQueue.show(toast);
}

/** Takes away what is shown. */
export const clearToasts = (): void => toastQueue.clear();

const Region = later(() => import("./toast-region.tsx"));

/** Where toasts come up; once in the app. */
export const ToastRegion = () => (
  <Suspense>
    <Region />
  </Suspense>
);
