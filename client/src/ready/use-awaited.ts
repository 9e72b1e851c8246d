import { useCountedPeople } from "../room/use-counted-people.ts";
import { useSession } from "../room/use-session.ts";

/**
 * How many others have not said that they are ready, where anybody has. Whoever presses the way on is not awaited: pressing it
 * says so.
 */
export function useAwaited(): number {
  const { me } = useSession();
  const { ready, awaited } = useCountedPeople();
  return ready.length === 0 ? 0 : awaited.filter(({ id }) => id !== me).length;
}
