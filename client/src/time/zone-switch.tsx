import { Trans } from "@lingui/react/macro";
import { TextButton } from "../ui/text-button.tsx";
import { zoneText } from "./time-text.ts";
import { useTimeZone } from "./use-time-zone.ts";

/** Names the zone that times are shown in, and changes it for this screen. */
export function ZoneSwitch() {
  const { zone, choice, choose, myZone } = useTimeZone();
  return (
    <span className="text-s text-ink-2">
      <Trans>Times in {zoneText(zone)}</Trans>
      {myZone !== "UTC" && (
        <>
          {" · "}
          {choice === "utc" ? (
            <TextButton onPress={() => choose("mine")}>
              <Trans>show yours</Trans>
            </TextButton>
          ) : (
            <TextButton onPress={() => choose("utc")}>
              <Trans>show UTC</Trans>
            </TextButton>
          )}
        </>
      )}
    </span>
  );
}
