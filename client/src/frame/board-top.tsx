import { Trans, useLingui } from "@lingui/react/macro";
import { UserPlus } from "lucide-react";
import { Suspense, useEffect } from "react";
import { readPhaseId } from "@secondstory/shared";
import { withBoardMessages } from "../i18n/i18n.ts";
import { useControl } from "../room/use-room.ts";
import { useLook } from "../screen/look.ts";
import { openPanel } from "../screen/panels.ts";
import { followOtherTabs, useSharingSwitch } from "../screen/sharing.ts";
import { Button } from "../ui/button.tsx";
import { BrandMark } from "../ui/glyphs.tsx";
import { Icon } from "../ui/icon.tsx";
import { later } from "../ui/later.ts";
import { JoinPill } from "../ui/join-pill.tsx";
import { Link } from "../ui/link.tsx";
import { PhasePath, PhaseTicks } from "../ui/phase-path.tsx";
import { TopBar } from "../ui/top-bar.tsx";
import { BoardTitle } from "./board-title.tsx";
import { MeetingElsewhere } from "./meeting-elsewhere.tsx";
import { More } from "./more-button.tsx";
import { Status } from "./status.tsx";
import { useShownPhase } from "./use-follow-meeting.ts";
import { useSteps } from "./use-steps.ts";

const LateBar = later(() => withBoardMessages(import("../sections/focus/late-bar.tsx")));
const SharingSign = later(() => withBoardMessages(import("../sharing/sharing-sign.tsx")));
const GatheringPill = later(() => withBoardMessages(import("../leading/gathering-pill.tsx")));
const SinceBar = later(() => withBoardMessages(import("../panels/since-bar.tsx")));

/** The top bar of a board. */
export function BoardTop() {
  const { t } = useLingui();
  const steps = useSteps();
  const meeting = useControl(({ phase }) => phase);
  const shown = useShownPhase();
  const look = useLook((state) => state.look);
  const follow = useLook((state) => state.follow);
  const path = {
    steps,
    meetingAt: meeting,
    lookingAt: shown,
    onLook: (id: string) => {
      const phase = readPhaseId(id);
      if (phase === meeting) follow();
      else if (phase) look(phase);
    },
  };
  return (
    <TopBar
      home={
        <Link
          look="plain"
          href="/"
          className="coarse:-mx-2 coarse:grid coarse:size-11 coarse:shrink-0 coarse:place-items-center"
          aria-label={t`Second Story, first page`}
        >
          <BrandMark />
        </Link>
      }
      title={<BoardTitle />}
      path={<PhasePath {...path} renderPill={(place) => <MeetingElsewhere place={place} />} />}
      tools={
        <>
          <Sharing />
          <Status />
          <Button size="small" className="max-laptop:hidden" onPress={() => openPanel("invite")}>
            <Icon of={UserPlus} /> <Trans>Invite</Trans>
          </Button>
          <More />
        </>
      }
      below={
        <>
          <PhaseTicks {...path} />
          <div
            data-pill-place
            className="flex justify-center px-4 py-1.5 empty:hidden laptop:hidden"
          >
            <MeetingElsewhere />
          </div>
          <Suspense>
            <GatheringPill shown={shown} Pill={JoinPill} />
            <SinceBar />
            <LateBar />
          </Suspense>
        </>
      }
    />
  );
}

/** The sign that this screen is shared; nothing while it is not. */
function Sharing() {
  const isOn = useSharingSwitch();
  useEffect(followOtherTabs, []);
  return (
    isOn && (
      <Suspense>
        <SharingSign />
      </Suspense>
    )
  );
}
