// What the tool says in English on the pages before a board: the first page, joining, and what may stand in the way.
import type { Messages } from "@lingui/core";

const catalogues = import.meta.glob<Messages>("../locales/{forget,join,landing,room,site}/en.po", {
  eager: true,
  import: "messages",
});

export const messages: Messages = Object.assign({}, ...Object.values(catalogues));
