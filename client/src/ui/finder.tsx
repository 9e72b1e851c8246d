// A field and what it finds, over the page: arrows move in the list while the caret stays in the field, Enter takes one.
import { Search } from "lucide-react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { Icon } from "./icon.tsx";
import { Kbd, keysText } from "./kbd.tsx";

/** Something that can be found. */
export interface Found {
  readonly id: string;
  readonly name: string;
  /** What it is, or who does it: “event”, “facilitator”. */
  readonly remark?: string | undefined;
  /** “g t” is one key after the other. */
  readonly keys?: string | undefined;
}

interface FinderProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What the field is for. */
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly found: readonly Found[];
  readonly onTake: (id: string) => void;
  /** Stands there where nothing is found. */
  readonly nothing: string;
}

/** The field, open until something is taken. */
export function Finder({
  isOpen,
  onClose,
  label,
  query,
  onQuery,
  found,
  onTake,
  nothing,
}: FinderProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable
      className="fixed inset-0 z-40 flex h-(--visual-viewport-height) items-start justify-center bg-[color-mix(in_oklab,var(--ink)_22%,transparent)] p-4 pt-[min(6rem,12dvh)] transition-opacity duration-(--enter) entering:opacity-0 exiting:opacity-0 dark:bg-[oklch(0_0_0/.5)]"
    >
      <Modal className="enters flex max-h-full w-full max-w-[36rem] flex-col overflow-hidden rounded-dialog border border-line bg-sheet text-ink shadow-lift">
        <AriaDialog aria-label={label} className="flex min-h-0 flex-col outline-none">
          <Autocomplete inputValue={query} onInputChange={onQuery}>
            <SearchField
              aria-label={label}
              autoFocus
              className="flex items-center gap-3 border-b border-line px-4"
            >
              <Icon of={Search} className="text-ink-3" />
              <Input
                // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- Autocomplete says which list it controls
                role="combobox"
                aria-expanded
                placeholder={label}
                className="min-h-13 min-w-0 flex-1 bg-transparent font-story text-l outline-none! [&::-webkit-search-cancel-button]:hidden"
              />
              <Kbd>Esc</Kbd>
            </SearchField>
            <ListBox
              aria-label={label}
              items={found}
              onAction={(key) => onTake(String(key))}
              renderEmptyState={() => <p className="px-2.5 py-2 text-s text-ink-2">{nothing}</p>}
              className="min-h-0 flex-1 overflow-auto p-1.5 outline-none"
            >
              {(one) => (
                <ListBoxItem
                  id={one.id}
                  textValue={one.remark === undefined ? one.name : `${one.name}, ${one.remark}`}
                  className="flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1.5 -outline-offset-2! focused:bg-sunk coarse:min-h-11"
                >
                  <span className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
                    <Marked text={one.name} query={query} />
                  </span>
                  {one.remark !== undefined && (
                    <span className="shrink-0 text-s text-ink-2">{one.remark}</span>
                  )}
                  {one.keys !== undefined && (
                    <span aria-hidden className="flex shrink-0 gap-1">
                      {one.keys.split(" ").map((key) => (
                        <Kbd key={key}>{keysText(key)}</Kbd>
                      ))}
                    </span>
                  )}
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A text with the first word that was looked for in bold. */
function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const [word = ""] = query.trim().toLowerCase().split(/\s+/);
  const at = word === "" ? -1 : text.toLowerCase().indexOf(word);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b className="font-semibold">{text.slice(at, at + word.length)}</b>
      {text.slice(at + word.length)}
    </>
  );
}
