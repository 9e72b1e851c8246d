import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Download } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useSaveMarkdown } from "./use-save-markdown.ts";
import { ApiFailure, readSummary } from "../room/api.ts";
import { failureSentence } from "../room/failure-sentence.ts";
import { useConnection, useRole } from "../room/use-room.ts";
import { useSession } from "../room/use-session.ts";
import { useShell } from "../screen/shell.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import type { StatusState } from "../ui/status-pill.tsx";
import { WaitingList } from "./waiting-list.tsx";

/** What the pill opens: what waits, when the server was last heard of, and two ways out. */
export default function StatusDetails({ state }: { readonly state: StatusState }) {
  const save = useSaveMarkdown();
  const { reconnect } = useSession();
  return (
    <div className="leading-normal">
      <p className="mt-2">
        <What state={state} />
      </p>
      {state.kind === "offline" && <SignedOut />}
      <KeepOpen state={state} />
      <WaitingList />
      {state.kind === "saved" && (
        <p className="mt-2 text-s text-ink-2">
          <Trans>
            Whoever runs the server can read everything there, notes that you have not shared yet
            too.
          </Trans>
        </p>
      )}
      {state.kind === "offline" && (
        <p className="my-3 text-s text-ink-2">
          <Trans>
            The meeting's phase stands still here until then. Others may already be further.
          </Trans>{" "}
          <LastContact />
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button size="small" onPress={save}>
          <Icon of={Download} /> <Trans>Save as Markdown now</Trans>
        </Button>
        {state.kind === "offline" && (
          <Button size="small" look="quiet" onPress={reconnect}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}

/** Behind a company's sign-in a server may be there, and out of reach until one signs in again. */
function SignedOut() {
  const { boardId } = useSession();
  const [failure, setFailure] = useState<ApiFailure>();
  useEffect(() => {
    let isCurrent = true;
    readSummary(boardId).catch((error: unknown) => {
      if (isCurrent && error instanceof ApiFailure) setFailure(error);
    });
    return () => {
      isCurrent = false;
    };
  }, [boardId]);
  if (failure?.code !== "signed-out") return null;
  return (
    <div role="status" className="mt-3 grid justify-items-start gap-3">
      <p className="font-medium">{failureSentence(failure)}</p>
      <Button size="small" look="ink" onPress={() => location.reload()}>
        <Trans>Load anew and sign in</Trans>
      </Button>
    </div>
  );
}

function What({ state }: { readonly state: StatusState }): ReactNode {
  const keepsCopies = useConnection((connection) => connection.keepsCopies);
  const waiting = useConnection(({ pending }) => pending.length);
  const role = useRole();
  switch (state.kind) {
    case "saved":
      return <Trans>The server has the last change on its disk.</Trans>;
    case "saving":
    case "returning":
      return <Trans>Your changes are on their way to the server.</Trans>;
    case "not-saved":
      return keepsCopies ? (
        <Trans>
          The server has your changes and cannot write them to its disk. It tries again by itself.
          Keep this tab open until it says that they are saved; a copy is kept in this browser.
        </Trans>
      ) : (
        <Trans>
          The server has your changes and cannot write them to its disk. It tries again by itself.
          Keep this tab open until it says that they are saved: this browser keeps no copy.
        </Trans>
      );
    case "offline":
      if (!keepsCopies)
        return (
          <Trans>
            Go on writing, and keep this page open: this browser keeps no copy. Your changes go out
            by themselves when the connection is back.
          </Trans>
        );
      if (waiting === 0)
        return (
          <Trans>
            Go on reading and writing. What you change is kept in this browser and goes out by
            itself when the connection is back.
          </Trans>
        );
      return (
        <Plural
          value={waiting}
          one="Go on writing. # change is kept in this browser and goes out by itself when the connection is back."
          other="Go on writing. # changes are kept in this browser and go out by themselves when the connection is back."
        />
      );
    case "sealed":
      if (waiting > 0)
        return (
          <Plural
            value={waiting}
            one="# change is not in the sealed report. It is kept here, and goes out when a facilitator reopens it."
            other="# changes are not in the sealed report. They are kept here, and go out when a facilitator reopens it."
          />
        );
      return role === "facilitator" ? (
        <Trans>Nobody can change it. You can reopen it in the menu.</Trans>
      ) : (
        <Trans>Nobody can change it. A facilitator can reopen it.</Trans>
      );
    case "reading":
      return (
        <Trans>You see everything as it is written. A facilitator can let you write, too.</Trans>
      );
    case "not-kept":
  }
  return (
    <Trans>
      It refuses storage, as private windows do. Everything works while this page is open; what the
      server does not have yet is lost with it.
    </Trans>
  );
}

/** Where the browser cannot open the board again without the server: what to do, and why. */
function KeepOpen({ state }: { readonly state: StatusState }): ReactNode {
  const canReopen = useShell((shell) => shell.canReopen);
  const keepsCopies = useConnection((connection) => connection.keepsCopies);
  if (canReopen || !keepsCopies) return null;
  const isPlainHttp = !window.isSecureContext;
  if (state.kind === "offline")
    return (
      <p className="mt-3 text-s font-medium">
        {isPlainHttp ? (
          <Trans>
            Keep this tab open: until the server is back, the board cannot be opened again here.
            Browsers allow that over https alone.
          </Trans>
        ) : (
          <Trans>
            Keep this tab open: until the server is back, the board cannot be opened again here.
          </Trans>
        )}
      </p>
    );
  if (!isPlainHttp) return null;
  return (
    <p className="mt-3 text-s text-ink-2">
      <Trans>
        If the connection goes, keep this tab open: over plain http the browser cannot open the
        board again without the server.
      </Trans>
    </p>
  );
}

function LastContact() {
  const { i18n } = useLingui();
  const at = useConnection(({ lastContactAt }) => lastContactAt);
  const [now] = useState(Date.now);
  if (at === undefined) return <Trans>There was no contact yet.</Trans>;
  const time = i18n.date(new Date(at), { timeStyle: "short" });
  const minutes = Math.round((now - at) / 60_000);
  const ago = new Intl.RelativeTimeFormat(i18n.locale, { numeric: "auto" }).format(
    -minutes,
    "minute",
  );
  return (
    <Trans>
      Last contact {time}, {ago}.
    </Trans>
  );
}
