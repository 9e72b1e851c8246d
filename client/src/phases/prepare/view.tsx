// Before the meeting: a board that is one click old asks for a title and can be shared; later it gathers the facts.
import { useLoaded } from "../../room/use-loaded.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Facts } from "./facts.tsx";
import { FirstPage } from "./first-page.tsx";
import { useIsFirst } from "./use-is-first.ts";

/** The screen of the phase. */
export default function PrepareView() {
  const isLoaded = useLoaded();
  const { isFirst, hold } = useIsFirst();
  if (!isLoaded) return <Skeleton />;
  return isFirst ? <FirstPage onBegin={hold} /> : <Facts />;
}
