// The palette: everything that can be done here and everything that stands here, in one field. Looks and leads are told apart:
// what moves the meeting for all says that it is a facilitator's.
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { openCard } from "../panels/open-card.ts";
import { useSession } from "../room/use-session.ts";
import { useOfferedCommands, type Command } from "../screen/commands.ts";
import { closePanel, usePanel } from "../screen/panels.ts";
import { Finder, type Found } from "../ui/finder.tsx";
import { find } from "./find.ts";
import { useBoardCommands } from "./use-board-commands.ts";
import { useCards } from "./use-cards.ts";

/** Once on the board page; ⌘K and / open it. */
export function Palette() {
  const isOpen = usePanel(({ open }) => open === "palette");
  return isOpen && <OpenPalette />;
}

function OpenPalette() {
  const { t } = useLingui();
  const session = useSession();
  const [query, setQuery] = useState("");
  const commands = [...useOfferedCommands(), ...useBoardCommands()];
  const cards = useCards();
  const asFound = ({ id, name, keys, isLead }: Command): Found => ({
    id,
    name,
    keys,
    remark: isLead ? t`facilitator` : undefined,
  });
  const known: readonly Found[] = commands.map(asFound);
  const found = find(query.trim() === "" ? known : [...known, ...cards], query);
  const take = (id: string) => {
    closePanel();
    const command = commands.find((one) => one.id === id);
    command?.run();
    const card = cards.find((one) => one.id === id);
    if (card) openCard(session, card.card);
  };
  return (
    <Finder
      isOpen
      onClose={closePanel}
      label={t`Find an event or a note, or something to do`}
      query={query}
      onQuery={setQuery}
      found={found}
      onTake={take}
      nothing={t`Nothing here has these words.`}
    />
  );
}
