// Notes that were written to whoever leads, as far as they were delivered to me.
import { useEffect, useState } from "react";
import { readInbox, type InboxNote } from "@secondstory/shared";
import { useSession } from "./use-session.ts";

/** The latest first; empty for whoever never led. */
export function useInbox(): readonly InboxNote[] {
  const { privateDoc } = useSession();
  const [notes, setNotes] = useState<readonly InboxNote[]>([]);
  useEffect(() => {
    const read = () => setNotes(readInbox(privateDoc));
    read();
    privateDoc.inbox.observe(read);
    return () => privateDoc.inbox.unobserve(read);
  }, [privateDoc]);
  return notes;
}
