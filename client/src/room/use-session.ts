// The session, for components below the board page.
import { createContext, use } from "react";
import { invariant } from "@secondstory/shared";
import type { Session } from "./open-session.ts";

/** Provided once, by the board page. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** This visit to the room. */
export function useSession(): Session {
  const session = use(SessionContext);
  invariant(session, "a component that reads the room stands below the board page");
  return session;
}
