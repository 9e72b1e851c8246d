// Joining: whose meeting this is, a name that is filled in, one press.
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Dices, Eye, UsersRound } from "lucide-react";
import { type FormEvent, useState } from "react";
import { cleanName, friendlyName, maxNameLength, type BoardId } from "@secondstory/shared";
import { useLanguage, useWords } from "../i18n/use-words.ts";
import { ApiFailure, type BoardSummary } from "../room/api.ts";
import { failureSentence } from "../room/failure-sentence.ts";
import { myLastName, rememberMyName } from "../screen/my-name.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { TextField } from "../ui/text-field.tsx";
import { SitePage } from "../site/site-page.tsx";
import { takeSeat, type SeatState } from "./seat.ts";

interface JoinPageProps {
  readonly board: BoardId;
  readonly secret: string;
  /** Missing when the server did not answer yet. */
  readonly summary: BoardSummary | undefined;
  /** Whoever comes waits until a facilitator lets them in. */
  readonly hasDoor: boolean;
  readonly onSeat: (state: SeatState) => void;
}

/** The page that a link opens for somebody new. */
export default function JoinPage({ board, secret, summary, hasDoor, onSeat }: JoinPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const taken = new Set(summary?.participants.map(({ name }) => name));
  const anotherName = () => friendlyName(language, taken, Math.random);
  const [suggested, setSuggested] = useState(anotherName);
  const [name, setName] = useState(() => myLastName() ?? suggested);
  const [isJoining, setJoining] = useState(false);
  const [problem, setProblem] = useState<ApiFailure>();
  const signedInAs = summary?.signedInAs;

  const join = async (event: FormEvent) => {
    event.preventDefault();
    if (isJoining) return;
    setJoining(true);
    setProblem(undefined);
    const chosen = signedInAs === undefined ? cleanName(name) || suggested : undefined;
    try {
      onSeat(await takeSeat(board, secret, chosen, summary?.title ?? ""));
      if (chosen !== undefined && chosen !== suggested) rememberMyName(chosen);
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      setProblem(failure);
      setJoining(false);
    }
  };

  return (
    <SitePage>
      {hasDoor ? <AtTheDoor /> : <Invitation summary={summary} />}
      <form onSubmit={(event) => void join(event)} className="grid gap-4">
        {signedInAs === undefined ? (
          <TextField
            label={t`Your name in this meeting`}
            value={name}
            onChange={setName}
            maxLength={maxNameLength}
            autoComplete="nickname"
            inputClassName="min-h-[3.15rem]"
            trailing={
              <Button
                look="quiet"
                size="icon"
                aria-label={t`Another name`}
                tooltip={t`Another name`}
                onPress={() => {
                  const next = anotherName();
                  setSuggested(next);
                  setName(next);
                }}
              >
                <Icon of={Dices} />
              </Button>
            }
          />
        ) : (
          <p className="leading-relaxed text-ink-2">
            <Trans>
              You are signed in as <b className="font-semibold text-ink">{signedInAs}</b>. That is
              your name in this meeting.
            </Trans>
          </p>
        )}
        {problem && (
          <p role="alert" className="text-s font-medium text-harm-ink">
            {failureSentence(problem)}
          </p>
        )}
        <Button type="submit" look="you" size="big" className="w-full">
          {isJoining ? (
            <Trans>One moment …</Trans>
          ) : hasDoor ? (
            <Trans>Ask to come in</Trans>
          ) : (
            <Trans>Join the meeting</Trans>
          )}
        </Button>
      </form>
      <p className="mt-4 flex gap-2 border-t border-line pt-4 text-s leading-relaxed text-ink-2">
        <Icon of={Eye} className="mt-1" />
        <Trans>
          Everyone on the board sees your name, and what you write as you write it. Whoever runs
          this server can read notes that you have not shared yet, too. No account, no password.
        </Trans>
      </p>
    </SitePage>
  );
}

/** A board with a door says nothing of itself to whoever stands before it. */
function AtTheDoor() {
  return (
    <div className="my-auto py-10">
      <p className="text-ink-2">
        <Trans>You are invited to a look back</Trans>
      </p>
      <h1 className="mt-1.5 font-story text-[1.875rem] leading-[1.16] font-[450] tracking-[-.015em] text-pretty half:text-[2.375rem]">
        <Trans>Say who you are, and a facilitator lets you in</Trans>
      </h1>
    </div>
  );
}

function Invitation({ summary }: { readonly summary: BoardSummary | undefined }) {
  const word = useWords();
  const title = summary?.title.trim();
  return (
    <div className="my-auto py-10">
      <p className="text-ink-2">
        <Trans>You are invited to look back at</Trans>
      </p>
      <h1 className="mt-1.5 font-story text-[1.875rem] leading-[1.16] font-[450] tracking-[-.015em] text-pretty wrap-anywhere half:text-[2.375rem]">
        {title || <span className="italic text-ink-2">{word("board.untitled")}</span>}
      </h1>
      {summary && <WhoIsThere summary={summary} />}
    </div>
  );
}

/** Names written out before the rest are counted. */
const namesShown = 3;

function WhoIsThere({ summary }: { readonly summary: BoardSummary }) {
  const word = useWords();
  const here = summary.participants.filter(({ connected }) => connected).map(({ name }) => name);
  const phase = <b className="font-semibold text-ink">{word(`phases.${summary.phase}.title`)}</b>;
  const names = here.slice(0, namesShown).join(", ");
  const others = here.length - namesShown;
  return (
    <p className="mt-3 flex gap-2 text-s leading-relaxed text-ink-2">
      <Icon of={UsersRound} className="mt-1" />
      <span>
        {summary.sealed ? (
          <Trans>The report is sealed: it can be read.</Trans>
        ) : (
          <Trans>The meeting is at {phase}.</Trans>
        )}{" "}
        {others > 0 ? (
          <Plural
            value={others}
            one={`${names} and # other are here.`}
            other={`${names} and # others are here.`}
          />
        ) : (
          here.length > 0 && (
            <Plural value={here.length} one={`${names} is here.`} other={`${names} are here.`} />
          )
        )}
      </span>
    </p>
  );
}
