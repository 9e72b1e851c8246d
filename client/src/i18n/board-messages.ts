// What the tool says on a board in English. The catalogues of the first paint are in i18n.ts, those of the pages before a board
// in page-messages.ts; here is every other one.
import type { Messages } from "@lingui/core";

const catalogues = import.meta.glob<Messages>(
  ["../locales/*/en.po", "!../locales/{app,frame,i18n,join,landing,screen,ui}/en.po"],
  { eager: true, import: "messages" },
);

export const messages: Messages = Object.assign({}, ...Object.values(catalogues));
