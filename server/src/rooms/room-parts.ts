// What a room is put together from, by its own board: documents, meeting, cursors, erasures, pulses, votes.
import { schemaVersion } from "@secondstory/shared";
import { Erasing } from "./erasing.ts";
import { Meeting } from "./meeting.ts";
import { Presence } from "./presence.ts";
import { Pulses } from "./pulses.ts";
import { RoomDocs, type RoomDocsOptions } from "./room-docs.ts";
import type { RoomOptions } from "./room-options.ts";
import { SetAside } from "./set-aside.ts";
import { Voting, type VotingOptions } from "./voting.ts";

/** The parts of one room. */
export interface RoomParts {
  readonly docs: RoomDocs;
  readonly meeting: Meeting;
  readonly presence: Presence;
  readonly erasing: Erasing;
  readonly pulses: Pulses;
  readonly aside: SetAside;
  readonly voting: Voting;
}

/** Told what happens in a room. */
interface RoomListener {
  /** A decision is on disk. */
  readonly onDecided: () => void;
  /** Whether somebody may step in. */
  readonly isLeaderless: () => boolean;
  readonly onPrivateNews: RoomDocsOptions["onPrivateNews"];
  /** Who is here. */
  readonly connected: VotingOptions["connected"];
}

/** Loads the control document, by which everything else is allowed, and puts the parts around it. The board must be there. */
export async function loadRoomParts(
  options: RoomOptions,
  { onDecided, isLeaderless, onPrivateNews, connected }: RoomListener,
): Promise<RoomParts> {
  const { board, storage, settings, metrics, load, onFailure } = options;
  const { perPeerMs, maxMs, crowd } = settings.tick;
  const tickMs = (peers: number) => Math.min(maxMs, peers * perPeerMs) * load.stretch;
  let erasing: Erasing | undefined;
  const presence = new Presence({
    clientsPerPeer: settings.presenceClients,
    everyMs: () => settings.presenceEveryMs * load.stretch * (docs.peersOnBoard > crowd ? 2 : 1),
    send: (states) => docs.sendCursors(states),
  });
  const docs = new RoomDocs({
    ...options,
    ...settings,
    tickMs,
    companyMs: (peers) => tickMs(peers) / (peers > crowd ? 1 : 2),
    rider: presence,
    onPrivateNews,
    beforeBoard: async (doc) => erasing?.guard(doc),
    onDiskFailure(error) {
      metrics.diskFailures.inc();
      onFailure("disk failure", error);
    },
  });
  const doc = await docs.openControl();
  const [control, stored] = await Promise.all([
    doc.read((hosted) => hosted.read()),
    storage.readBoard(board),
  ]);
  const meeting = new Meeting(doc, control, { ...options, onDecided, isLeaderless });
  erasing = new Erasing({ ...options, docs, meeting, done: stored?.erasures ?? 0 });
  const pulses = new Pulses({ docs, meeting, onFailure });
  void pulses.finish();
  if (control.schemaVersion < schemaVersion)
    void meeting
      .note({ type: "raise-schema" })
      .catch((error: unknown) => onFailure("schema not raised", error));
  const aside = new SetAside({ ...options, docs, control: () => meeting.control });
  const voting = new Voting({ ...options, docs, meeting, connected });
  return { docs, meeting, presence, erasing, pulses, aside, voting };
}
