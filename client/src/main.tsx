import "./ui/theme.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { invariant } from "@secondstory/shared";
import { App } from "./app.tsx";
import { speakPreferred } from "./i18n/i18n.ts";
import { keepShellAtRest } from "./offline/keep-shell-at-rest.ts";
import { showTheme, storedTheme } from "./ui/theme.ts";

showTheme(storedTheme());
await speakPreferred();
const root = document.getElementById("root");
invariant(root, "index.html has a root");
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <App />
    </I18nProvider>
  </StrictMode>,
);
keepShellAtRest();
