import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { SquareParking } from "lucide-react";
import { useBoard, useReadOnlyReason, useRole } from "../room/use-room.ts";
import { openParking } from "../screen/side-lists.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/**
 * Parks an idea. In words where there is room for them: on half a screen nobody's name stands beside it, and from 1200 px on there is room
 * for both. A facilitator has other buttons to press: there it is quiet, and says how many ideas wait.
 */
export function ParkButton() {
  const { t } = useLingui();
  const isFacilitator = useRole() === "facilitator";
  const count = useBoard(({ order }) => order.parking.length);
  if (useReadOnlyReason()) return null;
  const look = isFacilitator ? "quiet" : "line";
  return (
    <>
      <Button
        look={look}
        className={
          isFacilitator ? "max-[75rem]:hidden" : "max-half:hidden laptop:max-[75rem]:hidden"
        }
        onPress={openParking}
        {...(isFacilitator ? { size: "small" } : { shortcut: "p" })}
      >
        <Icon of={SquareParking} />
        {isFacilitator && count > 0 ? (
          <Plural value={count} one="# parked idea" other="# parked ideas" />
        ) : (
          <Trans>Park an idea</Trans>
        )}
      </Button>
      <Button
        look={look}
        size="icon"
        className={
          isFacilitator
            ? "max-half:hidden min-[75rem]:hidden"
            : "half:max-laptop:hidden min-[75rem]:hidden"
        }
        aria-label={t`Park an idea`}
        tooltip={t`Park an idea`}
        onPress={openParking}
      >
        <Icon of={SquareParking} />
      </Button>
    </>
  );
}
