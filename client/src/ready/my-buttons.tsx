// What I do at the table myself: raise a hand, park an idea, say that I am ready.
import { ParkButton } from "../frame/park-button.tsx";
import { HandButton } from "./hand-button.tsx";
import { ReadyButton } from "./ready-button.tsx";

/** My own buttons in the dock, and their keys. */
export function MyButtons() {
  return (
    <>
      <HandButton />
      <ParkButton />
      <ReadyButton />
    </>
  );
}
