// The last resort for a bug on the screen: says what is kept and what to do. The words on a board are not the screen's: they
// are in this browser's copy and on the server.
import { Trans } from "@lingui/react/macro";
import { Component, type ReactNode } from "react";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean;
}

/** Catches what is thrown while drawing, and what a chunk that does not come throws. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className="mx-auto max-w-[32rem] px-5 py-24">
        <h1 className="type-title">
          <Trans>This page has stopped</Trans>
        </h1>
        <p className="mt-3 leading-relaxed text-ink-2">
          <Trans>
            Something in it went wrong, or a part of it did not arrive. What you wrote is kept, in
            this browser and on the server. Load the page anew to go on.
          </Trans>
        </p>
        <button
          type="button"
          className="mt-6 min-h-11 rounded-control bg-ink px-4 font-medium text-on-ink"
          onClick={() => location.reload()}
        >
          <Trans>Load the page anew</Trans>
        </button>
      </main>
    );
  }
}
