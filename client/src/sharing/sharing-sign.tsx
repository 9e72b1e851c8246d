// The small sign that this screen is taken for shared, and the way out of it.
import { Trans, useLingui } from "@lingui/react/macro";
import { ScreenShare } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import { setSharing } from "../screen/sharing.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Popover } from "../ui/popover.tsx";

/** Beside the status pill, while the switch is on. */
export default function SharingSign() {
  const { t } = useLingui();
  return (
    <Popover
      title={t`You are sharing your screen`}
      width="narrow"
      trigger={
        <AriaButton className="inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-pill border border-you-line bg-you-wash px-2.5 text-s font-medium text-you coarse:min-h-11 coarse:min-w-11 coarse:justify-center">
          <Icon of={ScreenShare} />
          <span className="max-desk:sr-only">
            <Trans>Screen shared</Trans>
          </span>
        </AriaButton>
      }
    >
      {(close) => (
        <div className="mt-2 text-s leading-relaxed">
          <p>
            <Trans>
              What only you may see is not drawn here: unsent texts, own notes and votes, links with
              their key.
            </Trans>
          </p>
          <Button
            size="small"
            className="mt-3"
            onPress={() => {
              close();
              setSharing(false);
            }}
          >
            <Trans>I no longer share it</Trans>
          </Button>
        </div>
      )}
    </Popover>
  );
}
