// What others did while this person was away: told once the board has caught up, and again after a long while in the
// background. What happens before their eyes is no news.
import { useEffect, useState } from "react";
import { heardBy, newsSince, type Heard, type News } from "@secondstory/shared";
import { keepVisit, newSince, noteOwnClient, ownClients, sameVisitMs } from "../room/last-visit.ts";
import type { Session } from "../room/open-session.ts";
import { useSession } from "../room/use-session.ts";

export interface NewsState {
  /** Empty on a first visit, where nothing happened, and once it was dismissed. */
  readonly news: readonly News[];
  /** From here on nothing of it is new. */
  readonly dismiss: () => void;
}

/** Follows what is new to this person; once on the board page. */
export function useNews(): NewsState {
  const session = useSession();
  const [news, setNews] = useState<readonly News[]>([]);
  const [dismiss, setDismiss] = useState<() => void>(() => () => {});
  useEffect(() => {
    const visit = followVisit(session, setNews);
    setDismiss(() => visit.dismiss);
    return visit.stop;
  }, [session]);
  return { news, dismiss };
}

/** After a long absence the connection may look alive although it is not: so long a new one still brings news. */
const returningMs = 30_000;

function followVisit(session: Session, onNews: (news: readonly News[]) => void) {
  const { board, boardView, connection, privateDoc } = session;
  let since: Heard | undefined = newSince(session, Date.now());
  let upTo: Heard | undefined;
  let isOnline = false;
  let hiddenAt: number | undefined;
  let returnedAt = -Infinity;
  let told = "";

  const tell = () => {
    if (!since || !upTo) return;
    const news = newsSince(board, boardView.getState(), { since, upTo }, ownClients(session));
    const text = JSON.stringify(news);
    if (text === told) return;
    told = text;
    onNews(news);
  };
  const keep = () => {
    if (since && upTo) keepVisit(session, since, Date.now());
  };
  const catchUp = () => {
    upTo = heardBy(board);
    since ??= upTo;
    tell();
    keep();
  };
  const onConnection = () => {
    const wasOnline = isOnline;
    isOnline = connection.get().isOnline;
    const isReturning = Date.now() - returnedAt < returningMs;
    if (isOnline && !wasOnline && (!upTo || isReturning)) catchUp();
  };
  const onVisibility = () => {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      keep();
    } else if (hiddenAt !== undefined && Date.now() - hiddenAt >= sameVisitMs && upTo) {
      since = newSince(session, Date.now()) ?? since;
      returnedAt = Date.now();
      if (isOnline) catchUp();
    }
  };
  const stopNoting = noteOwnClient(session);
  const stops = [stopNoting, connection.subscribe(onConnection), boardView.subscribe(tell)];
  privateDoc.clients.observe(tell);
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pagehide", keep);
  onConnection();
  return {
    dismiss: () => {
      since = upTo = heardBy(board);
      tell();
      keep();
    },
    stop: () => {
      keep();
      for (const stop of stops) stop();
      privateDoc.clients.unobserve(tell);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", keep);
    },
  };
}
