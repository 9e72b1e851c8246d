import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components/Tabs";

interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Drawn small beside the label. */
  readonly count?: ReactNode;
  readonly content: ReactNode;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** One of several at a time; the blue line is where I look. */
export function Tabs<Id extends string>({ label, items, selected, onSelect }: TabsProps<Id>) {
  return (
    <AriaTabs
      className="outline-none!" // the ring is the tab's
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = items.find((item) => item.id === key);
        if (chosen) onSelect(chosen.id);
      }}
    >
      <TabList
        aria-label={label}
        className="grid auto-cols-auto grid-flow-col justify-between gap-2 overflow-x-auto border-b border-line px-(--page) half:auto-cols-fr half:justify-normal"
      >
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="-mb-px flex min-h-11 cursor-pointer items-baseline gap-2 border-b-3 border-transparent px-0.5 py-[.85rem] whitespace-nowrap text-ink-2 -outline-offset-2! selected:border-you selected:font-semibold selected:text-ink"
          >
            {item.label}
            {item.count !== undefined && (
              <span className="text-s font-normal text-ink-3 max-half:sr-only">{item.count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="outline-offset-[-2px]!">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
