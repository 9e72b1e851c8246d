// The head of the pages outside a board: whose house this is, and in which language and light.
import { useLingui } from "@lingui/react/macro";
import { SunMoon } from "lucide-react";
import { languageNames, languages } from "../i18n/language.ts";
import { useLanguage } from "../i18n/use-words.ts";
import { Button } from "../ui/button.tsx";
import { BrandMark } from "../ui/glyphs.tsx";
import { Icon } from "../ui/icon.tsx";
import { Link } from "../ui/link.tsx";
import { Menu } from "../ui/menu.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { switchLanguage, ThemeChoice } from "./choices.tsx";

/** The head of a page outside a board. */
export function SiteHeader({ isHome = false }: { readonly isHome?: boolean }) {
  const speaks = useLanguage();
  const others = languages.filter((language) => language !== speaks);
  const name = (
    <>
      <BrandMark />
      <span className="font-story text-l font-medium">Second Story</span>
    </>
  );
  return (
    <header className="flex items-center gap-3">
      {isHome ? (
        <span className="flex items-center gap-3">{name}</span>
      ) : (
        <Link look="plain" href="/" className="flex items-center gap-3">
          {name}
        </Link>
      )}
      <span className="ml-auto flex items-center gap-3 text-s text-ink-2">
        {others.map((language) => (
          <TextButton key={language} onPress={() => void switchLanguage(language)}>
            <span lang={language}>{languageNames[language]}</span>
          </TextButton>
        ))}
        <ThemeMenu />
      </span>
    </header>
  );
}

function ThemeMenu() {
  const { t } = useLingui();
  return (
    <Menu
      label={t`Light and dark`}
      trigger={
        <Button look="quiet" size="icon" aria-label={t`Light and dark`}>
          <Icon of={SunMoon} />
        </Button>
      }
    >
      <ThemeChoice />
    </Menu>
  );
}
