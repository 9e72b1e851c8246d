// What is said to whoever asked for something in which the server had to leave somebody out.
import { plural } from "@lingui/core/macro";
import type { RequestType } from "@secondstory/shared";

/** What is missing, and that nothing of it is lost. `people` is how many. */
export const leftOutSentence = (type: RequestType, people: number): string =>
  type === "erase" || type === "eraseDeleted"
    ? plural(people, {
        one: "Erased, but the server cannot read what # person keeps privately. It tries there again; tell whoever runs it.",
        other:
          "Erased, but the server cannot read what # people keep privately. It tries there again; tell whoever runs it.",
      })
    : plural(people, {
        one: "The server cannot read what # person wrote privately, so that is left out. It is not lost: tell whoever runs the server.",
        other:
          "The server cannot read what # people wrote privately, so that is left out. It is not lost: tell whoever runs the server.",
      });
