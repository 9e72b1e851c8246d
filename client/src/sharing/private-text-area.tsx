import { useState } from "react";
import { useCoveredText } from "../screen/use-covered-text.ts";
import { TextArea, type TextAreaProps } from "../ui/text-field.tsx";

/** A field for what only I see until I add it: while others may see this screen, it shows its text only under my caret. */
export function PrivateTextArea({
  value = "",
  placeholder,
  ...field
}: Omit<TextAreaProps, "onFocusChange">) {
  const [hasFocus, setHasFocus] = useState(false);
  return (
    <TextArea
      {...field}
      {...useCoveredText(value, placeholder, hasFocus)}
      onFocusChange={setHasFocus}
    />
  );
}
