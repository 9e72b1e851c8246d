// Nobody is torn from a sentence: what stands around it changes once they have left it.
import { useEffect, useState } from "react";
import type { CardId } from "@secondstory/shared";
import { isTyping } from "../screen/is-typing.ts";

/** The value, except that it waits for as long as `types` says that somebody is writing inside of what shows it. */
export function useUntorn<Value>(value: Value, types: (shown: Value) => boolean): Value {
  const [shown, setShown] = useState(value);
  if (shown !== value && !types(shown)) setShown(value);
  const waits = shown !== value;
  useEffect(() => {
    if (!waits) return undefined;
    const look = () => {
      if (!types(shown)) setShown(value);
    };
    for (const event of ends) document.addEventListener(event, look);
    return () => {
      for (const event of ends) document.removeEventListener(event, look);
    };
  }, [waits, shown, value, types]);
  return shown;
}

/** After any of these somebody may have left it. */
const ends = ["focusin", "keyup", "pointerup"] as const;

/** Marks what belongs to an item: forms in it keep it where it is. */
export const belongsTo = (id: CardId) => ({ "data-belongs": id });

/** Whether I write in something that belongs to this item. */
export const typesIn = (id: CardId): boolean =>
  isTyping() && document.activeElement?.closest(`[data-belongs="${CSS.escape(id)}"]`) != null;

/** The same, without the line of remarks, which knows its item by itself. */
export const typesInButRemarks = (id: CardId): boolean =>
  typesIn(id) && !document.activeElement?.closest("[data-remark]");
