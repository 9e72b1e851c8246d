// The truth about where the words are. Icon first, then plain words; what is with you is blue, nothing is alarming.
import { Plural, Trans } from "@lingui/react/macro";
import {
  CloudAlert,
  CloudCheck,
  CloudOff,
  CloudUpload,
  Eye,
  Lock,
  type LucideIcon,
  RefreshCw,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

export type StatusState =
  /** The last change is confirmed on disk. */
  | { readonly kind: "saved" }
  /** Unconfirmed for more than 800 ms. */
  | { readonly kind: "saving" }
  /** The server is there and confirms nothing: its disk fails. */
  | { readonly kind: "not-saved" }
  /** `keepOpen`: without the server this address cannot be opened again in this browser. */
  | { readonly kind: "offline"; readonly waiting: number; readonly keepOpen?: boolean }
  /** The connection is back, and what waited goes out. */
  | { readonly kind: "returning"; readonly waiting: number }
  | { readonly kind: "sealed" }
  /** An observer. */
  | { readonly kind: "reading" }
  /** The browser refuses storage, so a reload loses what the server does not have. */
  | { readonly kind: "not-kept" };

const icons: Record<StatusState["kind"], LucideIcon> = {
  saved: CloudCheck,
  saving: CloudUpload,
  "not-saved": CloudAlert,
  offline: CloudOff,
  returning: RefreshCw,
  sealed: Lock,
  reading: Eye,
  "not-kept": TriangleAlert,
};

/** The words of a state. Short is for phones. */
function StatusText({
  state,
  isShort = false,
}: {
  readonly state: StatusState;
  readonly isShort?: boolean | undefined;
}): ReactNode {
  switch (state.kind) {
    case "saved":
      return isShort ? (
        <Trans context="status, short">Saved</Trans>
      ) : (
        <Trans>Saved on the server</Trans>
      );
    case "saving":
      return <Trans>Saving …</Trans>;
    case "not-saved":
      return isShort ? (
        <Trans>Not saved yet</Trans>
      ) : (
        <Trans>Not saved yet. Keep this tab open.</Trans>
      );
    case "offline":
      if (state.keepOpen) return isShort ? <KeepOpenShort /> : <KeepOpen waiting={state.waiting} />;
      return isShort ? (
        <Plural
          value={state.waiting}
          _0="Offline"
          one="Offline – # kept here"
          other="Offline – # kept here"
        />
      ) : (
        <Plural
          value={state.waiting}
          _0="Offline – nothing waiting"
          one="Offline – # change kept here"
          other="Offline – # changes kept here"
        />
      );
    case "returning":
      return isShort ? (
        <Trans>Sending …</Trans>
      ) : (
        <Plural
          value={state.waiting}
          _0="Back."
          one="Back. Sending # change …"
          other="Back. Sending # changes …"
        />
      );
    case "sealed":
      return isShort ? (
        <Trans context="status, short">Sealed</Trans>
      ) : (
        <Trans>Sealed. A facilitator can reopen it.</Trans>
      );
    case "reading":
      return <Trans>Reading along</Trans>;
    case "not-kept":
  }
  return isShort ? <Trans>Not kept here</Trans> : <Trans>Not kept on this device</Trans>;
}

const KeepOpen = ({ waiting }: { readonly waiting: number }) => (
  <Plural
    value={waiting}
    _0="Offline – nothing waiting. Keep this tab open."
    one="Offline – # change kept here. Keep this tab open."
    other="Offline – # changes kept here. Keep this tab open."
  />
);

const KeepOpenShort = () => <Trans>Offline – keep tab open</Trans>;

/** The states in which the words are with me alone. */
const withMe: ReadonlySet<StatusState["kind"]> = new Set(["offline", "not-saved", "not-kept"]);

/** The pill as a picture; the frame puts it inside the button that opens the list of what waits. */
export function StatusPill({ state }: { readonly state: StatusState }) {
  const isMine = withMe.has(state.kind);
  return (
    <span
      className={cx(
        "inline-flex min-h-8 items-center gap-[.45em] rounded-pill px-[.65rem] text-s whitespace-nowrap",
        isMine ? "bg-you-wash font-medium text-you inset-ring inset-ring-you-line" : "text-ink-2",
      )}
    >
      <Icon of={icons[state.kind]} />
      {/* Between 1024 and 1199 px the path needs the room: there the icon stands for the words. */}
      <span className="max-half:hidden min-[64rem]:max-[75rem]:sr-only">
        <StatusText state={state} />
      </span>
      <span className="half:hidden">
        <StatusText state={state} isShort />
      </span>
    </span>
  );
}
