// The German catalogues and words as one module, so that they arrive as one file and only where they are read.
import type { Messages } from "@lingui/core";

export { germanWords as words } from "@secondstory/shared";

const catalogues = import.meta.glob<Messages>("../locales/*/de.po", {
  eager: true,
  import: "messages",
});

export const messages: Messages = Object.assign({}, ...Object.values(catalogues));
