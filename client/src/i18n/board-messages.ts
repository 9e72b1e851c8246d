// What the tool says on a board in English. The catalogues of the first paint are in i18n.ts; here is every other one.
import type { Messages } from "@lingui/core";

const catalogues = import.meta.glob<Messages>(
  [
    "../locales/*/en.po",
    "!../locales/{app,forget,frame,i18n,join,landing,room,screen,site,ui}/en.po",
  ],
  { eager: true, import: "messages" },
);

export const messages: Messages = Object.assign({}, ...Object.values(catalogues));
