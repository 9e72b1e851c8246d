import "./ui/theme.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { speakPreferred } from "./i18n/i18n.ts";
import { BrandMark } from "./ui/glyphs.tsx";
import { showTheme, storedTheme } from "./ui/theme.ts";

showTheme(storedTheme());
await speakPreferred();
const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <BrandMark />
      </I18nProvider>
    </StrictMode>,
  );
