// What everybody chooses for their own screen, as parts of a menu.
import { useLingui } from "@lingui/react/macro";
import { chooseLanguage } from "../i18n/i18n.ts";
import { languageNames, languages } from "../i18n/language.ts";
import { useLanguage } from "../i18n/use-words.ts";
import { useThemeChoice } from "../screen/theme-choice.ts";
import { MenuChoice } from "../ui/menu.tsx";
import { showToast } from "../ui/toast.tsx";

/** Light, dark, or as the system has it. */
export function ThemeChoice() {
  const { t } = useLingui();
  const { theme, choose } = useThemeChoice();
  return (
    <MenuChoice
      title={t`Light and dark`}
      options={[
        { id: "system", label: t`As the system has it` },
        { id: "light", label: t`Light` },
        { id: "dark", label: t`Dark` },
      ]}
      value={theme}
      onChange={choose}
    />
  );
}

/** The language of the tool on this screen; the language of the board is another matter. */
export function LanguageChoice() {
  const { t } = useLingui();
  return (
    <MenuChoice
      title={t`Language`}
      options={languages.map((id) => ({ id, label: languageNames[id] }))}
      value={useLanguage()}
      onChange={(language) => void switchLanguage(language)}
    />
  );
}

/** Speaks another language; its texts come over the network once. */
export async function switchLanguage(language: (typeof languages)[number]): Promise<void> {
  try {
    await chooseLanguage(language);
  } catch {
    showToast({ text: languageFailure[language] });
  }
}

/** In the language that was asked for and did not come: whoever asked for it can read it. */
const languageFailure = {
  en: "English needs the connection once. Try again when it is back.",
  de: "Deutsch braucht einmal die Verbindung. Versuch es wieder, wenn sie zurück ist.",
};
