// The facts of mine that wait to be published without my name.
import { useEffect, useState } from "react";
import { readNameless, type NamelessFact } from "@secondstory/shared";
import { useSession } from "./use-session.ts";

/** They are here until the server has put them on the board. */
export function useNameless(): readonly NamelessFact[] {
  const { privateDoc } = useSession();
  const [facts, setFacts] = useState<readonly NamelessFact[]>([]);
  useEffect(() => {
    const read = () => setFacts(readNameless(privateDoc));
    read();
    privateDoc.nameless.observe(read);
    return () => privateDoc.nameless.unobserve(read);
  }, [privateDoc]);
  return facts;
}
