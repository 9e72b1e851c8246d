// The first page: what this is, one press to a board, a real incident to try it with, and the boards known here.
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import type { BoardId, Language } from "@secondstory/shared";
import type { DemoName } from "../demo/create-demo.ts";
import { useLanguage } from "../i18n/use-words.ts";
import { ApiFailure } from "../room/api.ts";
import { failureSentence } from "../room/failure-sentence.ts";
import { SiteHeader } from "../site/site-header.tsx";
import { Button } from "../ui/button.tsx";
import { TextButton } from "../ui/text-button.tsx";
import { IncidentDrawing } from "./incident-drawing.tsx";
import { KnownBoardList } from "./known-board-list.tsx";
import { newBoard } from "./new-board.ts";

interface LandingPageProps {
  /** Fetches what a board needs, so that it is there when the board is. */
  readonly preloadBoard: () => Promise<void>;
  /** Makes a board that is filled from a real incident. Throws an ApiFailure. */
  readonly createDemo: (language: Language, from: DemoName) => Promise<BoardId>;
}

/** After so long on the first page the next one is fetched. */
const idleMs = 2_000;

/** The first page. */
export default function LandingPage({ preloadBoard, createDemo }: LandingPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const [making, setMaking] = useState<"board" | DemoName>();
  const [problem, setProblem] = useState<ApiFailure>();

  useEffect(() => {
    const timer = setTimeout(() => void preloadBoard(), idleMs);
    return () => clearTimeout(timer);
  }, [preloadBoard]);

  const make = async (what: "board" | DemoName) => {
    if (making) return;
    setMaking(what);
    setProblem(undefined);
    try {
      const [board] = await Promise.all([
        what === "board" ? newBoard(language) : createDemo(language, what),
        preloadBoard(), // so that the caret is in the title as soon as the board is there
      ]);
      navigate(`/b/${board}`);
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      setProblem(failure);
      setMaking(undefined);
    }
  };

  return (
    <div className="mx-auto max-w-[96rem] px-5 pt-4 pb-10 half:px-8 laptop:px-12">
      <SiteHeader isHome />
      <main>
        <div className="pt-6 half:pt-14">
          <p className="font-story text-l text-ink-3 half:text-xl">
            <Trans>
              The first story: <s className="decoration-[1.25px]">someone made a mistake.</s>
            </Trans>
          </p>
          <h1 className="mt-3 max-w-[84rem] type-display">
            <Trans>
              The second story is how it made sense at the time,{" "}
              <br className="max-laptop:hidden" />
              and what that says about the system.
            </Trans>
          </h1>
          <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-2">
            <Button
              look="ink"
              size="big"
              className="max-half:w-full"
              onPress={() => void make("board")}
            >
              {making === "board" ? <Trans>One moment …</Trans> : <Trans>New post-mortem</Trans>}
            </Button>
            <TextButton
              className="min-h-11 text-[1.125rem] font-medium"
              onPress={() => void make("github2018")}
            >
              {making === "github2018" ? (
                <Trans>One moment …</Trans>
              ) : (
                <Trans>Try it with a real incident</Trans>
              )}
            </TextButton>
          </div>
          {problem ? (
            <p role="alert" className="mt-4 font-medium text-harm-ink">
              {failureSentence(problem)}
            </p>
          ) : (
            <p className="mt-4 text-ink-2">
              <Trans>
                One click, then share the link. No accounts. It keeps working when the network does
                not.
              </Trans>
            </p>
          )}
        </div>
        <figure className="pt-11">
          <div
            className="-mx-5 overflow-x-auto px-5 half:mx-0 half:overflow-visible half:px-0"
            // On a phone it scrolls sideways, so the keyboard has to reach it.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            role="group"
            aria-label={t`A real incident, drawn`}
          >
            <IncidentDrawing />
          </div>
          <figcaption className="mt-1.5 text-s text-ink-2">
            <Trans>
              27 minutes of impact on 2 July 2019, drawn from Cloudflare's public report.{" "}
              <TextButton onPress={() => void make("cloudflare2019")}>Open the example</TextButton>
            </Trans>
          </figcaption>
        </figure>
        <KnownBoardList />
      </main>
    </div>
  );
}
