// Fields for text. What people write is set in Literata; the label, the hint and the error are the tool's.
import type { ReactNode, Ref } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { FieldError } from "react-aria-components/FieldError";
import { Text } from "react-aria-components/Text";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { cx } from "./cx.ts";

interface FieldProps extends Omit<
  AriaTextFieldProps,
  "children" | "className" | "style" | "isInvalid" | "isDisabled" | "enterKeyHint"
> {
  readonly label: string;
  /** Keeps the label for assistive technology alone: where the place says what belongs here. */
  readonly isLabelHidden?: boolean | undefined;
  readonly hint?: ReactNode;
  /** What is wrong and what to do; without it the field is in order. */
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly className?: string | undefined;
}

export interface TextFieldProps extends FieldProps {
  /** Stands inside the field at its end, a button for instance. */
  readonly trailing?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly inputClassName?: string | undefined;
}

export interface TextAreaProps extends FieldProps {
  readonly rows?: number | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
  readonly inputClassName?: string | undefined;
  /** What the Enter key of a keyboard on the screen says. */
  readonly enterKeyHint?: "done" | "send" | undefined;
}

const frame =
  "focus-frame flex items-center gap-2 rounded-control border border-edge bg-sheet has-[[data-invalid]]:border-harm";
const input =
  "min-w-0 flex-1 rounded-control bg-transparent px-[.8rem] py-2 font-story text-l leading-[1.4] text-ink";

/** One line of text. */
export function TextField({
  trailing,
  inputRef,
  inputClassName,
  placeholder,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      <div className={frame}>
        <Input
          ref={inputRef}
          {...(placeholder !== undefined && { placeholder })}
          className={cx(input, "min-h-[2.7rem]", inputClassName)}
        />
        {trailing && <span className="flex shrink-0 items-center pr-1">{trailing}</span>}
      </div>
    </Field>
  );
}

/** Several lines of text; grows with what is written. */
export function TextArea({
  rows = 3,
  inputRef,
  inputClassName,
  enterKeyHint,
  placeholder,
  ...field
}: TextAreaProps) {
  return (
    <Field {...field}>
      <div className={frame}>
        <AriaTextArea
          ref={inputRef}
          rows={rows}
          {...(placeholder !== undefined && { placeholder })}
          {...(enterKeyHint && { enterKeyHint })}
          className={cx(input, "field-sizing-content resize-none coarse:min-h-11", inputClassName)}
        />
      </div>
    </Field>
  );
}

function Field({
  label,
  isLabelHidden,
  hint,
  error,
  className,
  children,
  ...props
}: Omit<FieldProps, "placeholder"> & { readonly children: ReactNode }) {
  return (
    <AriaTextField {...props} isInvalid={error !== undefined} className={cx("block", className)}>
      <Label
        className={isLabelHidden ? "sr-only" : "mb-[.3rem] block text-s font-medium text-ink-2"}
      >
        {label}
      </Label>
      {children}
      {hint && (
        <Text slot="description" className="mt-1.5 block text-s text-ink-2">
          {hint}
        </Text>
      )}
      <FieldError className="mt-1.5 block text-s font-medium text-harm-ink">{error}</FieldError>
    </AriaTextField>
  );
}

/** Whether a key was pressed in a field for text: there Enter may add, and Esc may leave. */
export const isTextField = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  target.matches("input:not([type=checkbox], [type=radio]), textarea");
