import { create } from "zustand";
import { chooseTheme, storedTheme, type Theme } from "../ui/theme.ts";

interface ThemeChoiceState {
  readonly theme: Theme;
  readonly choose: (theme: Theme) => void;
}

/** Light, dark, or as the system has it. A choice is kept on this device. */
export const useThemeChoice = create<ThemeChoiceState>()((set) => ({
  theme: storedTheme(),
  choose: (theme) => {
    chooseTheme(theme);
    set({ theme });
  },
}));
