// The board's title as I type it. The server decides about it, so what is typed is kept here until the server has it, and
// what others call the board meanwhile does not overwrite what I am typing.
import { t } from "@lingui/core/macro";
import { maxTitleLength } from "@secondstory/shared";
import { useCallback, useEffect, useRef, useState } from "react";
import { useConnection, useControl, useDraft } from "../../room/use-room.ts";
import { useSession } from "../../room/use-session.ts";

export interface TitleInput {
  /** What stands in the field. */
  readonly shown: string;
  readonly type: (title: string) => void;
  readonly focus: () => void;
  readonly leave: () => void;
  /** Sends it now, without waiting for a pause. */
  readonly send: () => void;
  /** Why the server does not have it yet, or not all of it, as a sentence. */
  readonly problem: string | undefined;
}

/** How long a pause ends a run of typing. */
const pauseMs = 600;

/** A title as the server keeps it. */
const cleaned = (title: string): string => title.replace(/\s+/g, " ").trim();

/** Edits the board's title. */
export function useTitle(): TitleInput {
  const { request } = useSession();
  const title = useControl((control) => control.title);
  const isOnline = useConnection((connection) => connection.isOnline);
  const [unsent, setUnsent] = useDraft("board.title");
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [isCut, setCut] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isFocused = useRef(false);
  const latest = useRef({ title, unsent });
  useEffect(() => {
    latest.current = { title, unsent };
  });

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    const next = cleaned(latest.current.unsent);
    if (next === "") return;
    if (next !== latest.current.title) {
      const answer = await request({ type: "rename", title: next });
      if (!answer.ok) {
        const isAway = answer.code === "offline";
        setProblem(isAway ? t`Kept here until the server is back.` : answer.message);
        return;
      }
    }
    setProblem(undefined);
    if (cleaned(latest.current.unsent) !== next) return; // more was typed while the server answered
    setUnsent("");
    if (!isFocused.current) setTyped(undefined);
  }, [request, setUnsent]);

  // What was typed while the server was away follows as soon as it is back.
  useEffect(() => {
    if (isOnline) void send();
  }, [isOnline, send]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    shown: typed ?? (unsent === "" ? title : unsent),
    problem:
      problem ??
      (isCut
        ? t`A title has up to ${maxTitleLength} characters. The rest is left out.`
        : undefined),
    type: (text) => {
      const whole = text.replace(/[\r\n]+/g, " ");
      const line = whole.slice(0, maxTitleLength);
      setCut(line !== whole);
      setTyped(line);
      setUnsent(line);
      latest.current = { title, unsent: line };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), pauseMs);
    },
    focus: () => {
      isFocused.current = true;
    },
    leave: () => {
      isFocused.current = false;
      if (latest.current.unsent === "") setTyped(undefined);
      else void send();
    },
    send: () => void send(),
  };
}
