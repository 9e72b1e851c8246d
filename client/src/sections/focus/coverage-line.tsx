// How much the group has seen together, in words. A press lists what is left, and from there one steps to it. It names items,
// never people.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown, Eye } from "lucide-react";
import type { CardId, Coverage, WalkItem } from "@secondstory/shared";
import { useLeadsHere, usePutInFocus } from "../../focus/use-focus.ts";
import type { WalkState } from "../../focus/use-walk.ts";
import { useRequest } from "../../frame/use-request.ts";
import { useBoard, useControl } from "../../room/use-room.ts";
import { goTo } from "../../screen/arriving.ts";
import { useTimeZone } from "../../time/use-time-zone.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Popover } from "../../ui/popover.tsx";
import { TextButton } from "../../ui/text-button.tsx";
import { useSession } from "../../room/use-session.ts";
import { itemName } from "./event-name.ts";

/** Stands above what is walked. */
export function CoverageLine({ walk }: { readonly walk: WalkState }) {
  const { t } = useLingui();
  const goToItem = useGoToItem();
  const { coverage, nextOpen } = walk;
  const isStarred = useControl((control) => control.walk === "starred");
  if (walk.items.length === 0) return null;
  return (
    <span className="inline-flex items-center gap-1.5 text-s text-ink-2">
      <Popover
        title={t`Seen together`}
        placement="bottom end"
        trigger={
          <TextButton className="inline-flex items-center gap-[.35em]">
            <Icon of={Eye} />
            <CoverageText coverage={coverage} isStarred={isStarred} />
          </TextButton>
        }
      >
        {(close) => (
          <Left
            walk={walk}
            onGo={(item) => {
              close();
              goToItem(item);
            }}
          />
        )}
      </Popover>
      {nextOpen && (
        <Button
          size="icon"
          look="quiet"
          className="size-7! coarse:size-11!"
          aria-label={t`Go to the next that was not seen together`}
          tooltip={t`Next not seen yet`}
          aria-keyshortcuts="U"
          onPress={() => goToItem(nextOpen)}
        >
          <Icon of={ArrowDown} />
        </Button>
      )}
    </span>
  );
}

/** `31 of 38 seen together`. */
function CoverageText({
  coverage: { seen, total, skipped },
  isStarred,
}: {
  readonly coverage: Coverage;
  readonly isStarred: boolean;
}) {
  return (
    <span className="tabular-nums">
      {isStarred ? (
        <Trans>
          {seen} of {total} starred seen together
        </Trans>
      ) : (
        <Trans>
          {seen} of {total} seen together
        </Trans>
      )}
      {skipped > 0 && (
        <>
          {", "}
          <Plural value={skipped} one="# skipped" other="# skipped" />
        </>
      )}
    </span>
  );
}

/** Whoever leads puts it in focus for everybody; everybody else goes there alone. */
function useGoToItem(): (item: WalkItem) => void {
  const { boardView } = useSession();
  const { leads, reason } = useLeadsHere();
  const put = usePutInFocus();
  return (item) => {
    const section = boardView.getState().cards[item.id]?.section;
    if (leads && reason === undefined) put(item);
    else if (section) goTo({ card: item.id, section, returnTo: undefined });
  };
}

interface LeftProps {
  readonly walk: WalkState;
  readonly onGo: (item: WalkItem) => void;
}

function Left({ walk: { walked, coverage }, onGo }: LeftProps) {
  const open = new Set(coverage.open);
  const left = walked.filter(({ cards }) => cards.some((card) => open.has(card)));
  return (
    <div>
      <OnlyStarred />
      {left.length === 0 ? (
        <p className="py-2 text-ink-2">
          {walked.length === 0 ? (
            <Trans>Nothing has a star yet.</Trans>
          ) : (
            <Trans>Everything was seen together.</Trans>
          )}
        </p>
      ) : (
        <>
          <p className="pt-1 pb-2 text-s text-ink-2">
            <Trans>Not seen together yet:</Trans>
          </p>
          <ul className="max-h-[40dvh] overflow-auto">
            {left.map((item) => (
              <li key={item.id} className="border-t border-line py-1.5">
                <TextButton look="plain" className="block w-full" onPress={() => onGo(item)}>
                  <ItemName id={item.id} />
                </TextButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function ItemName({ id }: { readonly id: CardId }) {
  const { zone } = useTimeZone();
  const card = useBoard(({ cards }) => cards[id]);
  return <span className="type-note leading-[1.4]!">{card && itemName(card, zone)}</span>;
}

/** Whether everything is walked, or the starred alone. Whoever leads says it for everybody. */
function OnlyStarred() {
  const { t } = useLingui();
  const request = useRequest();
  const { leads, reason } = useLeadsHere();
  const isOn = useControl(({ walk }) => walk === "starred");
  if (!leads || reason !== undefined)
    return isOn ? (
      <p className="pb-1 text-s text-ink-2">{t`The group walks the starred alone.`}</p>
    ) : null;
  return (
    <Checkbox
      isSelected={isOn}
      className="mb-1 text-s"
      onChange={(next) => void request({ type: "setWalk", walk: next ? "starred" : "all" })}
    >
      <Trans>Walk the starred alone</Trans>
    </Checkbox>
  );
}
