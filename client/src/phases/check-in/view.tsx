// Check-in: how everyone arrives, and the frame of the meeting, to be read aloud.
import { Round } from "../../sections/voices/round.tsx";
import { HideCheckIn } from "./hide-check-in.tsx";

/** How everyone arrives. */
export default function CheckInView() {
  return (
    <Round section="check-in">
      <HideCheckIn />
    </Round>
  );
}
