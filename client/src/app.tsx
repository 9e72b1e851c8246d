import { Suspense } from "react";
import { RouterProvider } from "react-aria-components";
import { Route, Router, Switch, useLocation } from "wouter";
import { readBoardId, type Language } from "@secondstory/shared";
import type { DemoName } from "./demo/create-demo.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { withBoardMessages, withPageMessages } from "./i18n/i18n.ts";
import { BoardRoute } from "./join/board-route.tsx";
import { phaseViews } from "./phases/views.ts";
import { basePath } from "./room/base-path.ts";
import { useShell } from "./screen/shell.ts";
import { LiveRegion } from "./ui/live-region.tsx";
import { later } from "./ui/later.ts";
import { preloadable } from "./ui/preloadable.tsx";
import { Skeleton } from "./ui/skeleton.tsx";
import { ToastRegion } from "./ui/toast.tsx";

const LandingPage = later(() => withPageMessages(import("./landing/landing-page.tsx")));
const NoBoardPage = later(() => withPageMessages(import("./join/no-board-page.tsx")));
const NewerVersion = later(() => withBoardMessages(import("./offline/newer-version.tsx")));
const BoardPage = preloadable(() => import("./board-page.tsx"));

/** The board page and its first phase, before they are needed. */
async function preloadBoard(): Promise<void> {
  await Promise.all([BoardPage.preload(), phaseViews.prepare.preload()]);
}

const createDemo = async (language: Language, from: DemoName) =>
  (await import("./demo/create-demo.ts")).createDemo(language, from);

/** Where a link of ours leads; what names a site is left as it is. */
const placed = (href: string): string => (href.startsWith("/") ? basePath + href : href);

/** The whole client, wherever it lies. */
export function App() {
  return (
    <Router base={basePath}>
      <Pages />
    </Router>
  );
}

/** The routes, and what every page has: a voice and toasts. */
function Pages() {
  const [, navigate] = useLocation();
  const loadNewer = useShell((shell) => shell.loadNewer);
  return (
    <RouterProvider navigate={navigate} useHref={placed}>
      <ErrorBoundary>
        <Suspense fallback={<Skeleton />}>
          <Switch>
            <Route path="/">
              <LandingPage preloadBoard={preloadBoard} createDemo={createDemo} />
            </Route>
            <Route path="/b/:id">
              {({ id }) => {
                const board = readBoardId(id);
                return board ? (
                  <BoardRoute key={board} board={board} preload={preloadBoard} Seated={BoardPage} />
                ) : (
                  <NoBoardPage />
                );
              }}
            </Route>
            <Route>
              <NoBoardPage />
            </Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
      {loadNewer && (
        <Suspense>
          <NewerVersion loadNewer={loadNewer} />
        </Suspense>
      )}
      <ToastRegion />
      <LiveRegion />
    </RouterProvider>
  );
}
