// For browser tests: draws a part the way the app does, with its styles and its language.
import "./theme.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import type { ReactNode } from "react";
import { render } from "vitest-browser-react";
import { speak } from "../i18n/i18n.ts";
import type { UiLanguage } from "../i18n/language.ts";

/** Draws something in the given language and answers with what finds things in it by role and name. */
export async function renderUi(element: ReactNode, language: UiLanguage = "en") {
  await speak(language);
  return render(element, {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    ),
  });
}
