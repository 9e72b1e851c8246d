// The secrets of links that this browser has seen: several of a role work at once, and each may be switched off.
import { linkIdOf, roles, type BoardId, type LinkId, type Role } from "@secondstory/shared";
import { knownBoard, replaceKnownBoard, type KnownBoard } from "./known-boards.ts";

/** So many secrets of a role are kept; links are made by hand, so there are few. */
const maxSecrets = 10;

/** Keeps the secret of a link that was just made: it is the one to hand out, and those before it are kept too. */
export function keepSecret(board: BoardId, role: Role, secret: string): void {
  const known = knownBoard(board);
  if (known)
    setSecrets(known, (each) =>
      each === role ? [...secretsOf(known, role), secret] : secretsOf(known, each),
    );
}

/** The secret of a link, if this browser has seen it. */
export const knownSecret = (board: KnownBoard | undefined, link: LinkId): string | undefined =>
  board &&
  roles.flatMap((role) => secretsOf(board, role)).find((secret) => linkIdOf(secret) === link);

/** Forgets the secrets of links that work no more; the one seen before takes the place of one that was handed out. */
export function dropSecrets(board: BoardId, isDead: (secret: string) => boolean): void {
  const known = knownBoard(board);
  if (known)
    setSecrets(known, (role) => secretsOf(known, role).filter((secret) => !isDead(secret)));
}

/** All secrets of a role, the latest last. */
function secretsOf({ secrets, olderSecrets }: KnownBoard, role: Role): readonly string[] {
  const latest = secrets[role];
  return [...(olderSecrets[role] ?? []), ...(latest === undefined ? [] : [latest])];
}

function setSecrets(board: KnownBoard, secretsFor: (role: Role) => readonly string[]): void {
  const secrets: Partial<Record<Role, string>> = {};
  const olderSecrets: Partial<Record<Role, readonly string[]>> = {};
  for (const role of roles) {
    const all = [...new Set(secretsFor(role))].slice(-maxSecrets);
    const latest = all.pop();
    if (latest !== undefined) secrets[role] = latest;
    if (all.length > 0) olderSecrets[role] = all;
  }
  replaceKnownBoard({ ...board, secrets, olderSecrets });
}
