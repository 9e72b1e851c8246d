// What others did while this person was away: told once the board has caught up, and again after a long while in the
// background. What happens before their eyes is no news.
import { useEffect } from "react";
import { heardBy, newsIn, type News, type Stretch } from "@secondstory/shared";
import { comeBack, glanceMs, keepVisit, noteOwnClient, ownClients } from "../room/last-visit.ts";
import type { Session } from "../room/open-session.ts";
import { useSession } from "../room/use-session.ts";
import { noNews, useNews } from "../screen/news.ts";

/** Keeps what was seen, and tells what is new; once on the board page, whatever it shows. */
export function useVisit(): void {
  const session = useSession();
  useEffect(() => {
    const { dismiss, stop } = followVisit(session, (news) => useNews.setState({ news }));
    useNews.setState({ dismiss });
    return () => {
      stop();
      useNews.setState(noNews);
    };
  }, [session]);
}

/** After a long absence the connection may look alive although it is not: so long a new one still brings news. */
const returningMs = 30_000;

function followVisit(session: Session, onNews: (news: readonly News[]) => void) {
  const { board, boardView, connection, privateDoc } = session;
  const visit = comeBack(session, Date.now());
  let stretches: readonly Stretch[] = visit?.stretches ?? [];
  let since = visit?.since;
  let hasCaughtUp = false;
  let isOnline = false;
  let hiddenAt: number | undefined;
  let returnedAt = -Infinity;
  let told = "";

  const tell = () => {
    const news = newsIn(stretches, board, boardView.getState(), ownClients(session));
    const text = JSON.stringify(news);
    if (text === told) return;
    told = text;
    onNews(news);
  };
  const keep = () => {
    if (hasCaughtUp) keepVisit(session, stretches, Date.now());
  };
  /** What comes in the background is not seen: there, what was seen is kept on leaving the page alone. */
  const keepIfSeen = () => {
    if (document.visibilityState === "visible") keep();
  };
  const catchUp = () => {
    hasCaughtUp = true;
    if (since) {
      const before = stretches.filter((stretch) => stretch.since !== since);
      stretches = [...before, { since, upTo: heardBy(board) }];
    }
    tell();
    keepIfSeen();
  };
  const onConnection = () => {
    const wasOnline = isOnline;
    isOnline = connection.get().isOnline;
    const isReturning = Date.now() - returnedAt < returningMs;
    if (isOnline && !wasOnline && (!hasCaughtUp || isReturning)) catchUp();
  };
  const onVisibility = () => {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      keep();
    } else if (hasCaughtUp && hiddenAt !== undefined && Date.now() - hiddenAt >= glanceMs) {
      returnedAt = Date.now();
      const back = comeBack(session, returnedAt);
      stretches = back?.stretches ?? stretches;
      since = back?.since;
      if (isOnline) catchUp();
    }
  };
  const stopNoting = noteOwnClient(session);
  const stops = [stopNoting, connection.subscribe(onConnection), boardView.subscribe(tell)];
  privateDoc.clients.observe(tell);
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pagehide", keepIfSeen);
  onConnection();
  return {
    dismiss: () => {
      stretches = [];
      since = undefined;
      tell();
      keep();
    },
    stop: () => {
      keepIfSeen();
      for (const stop of stops) stop();
      privateDoc.clients.unobserve(tell);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", keepIfSeen);
    },
  };
}
