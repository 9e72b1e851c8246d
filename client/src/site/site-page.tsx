import type { ReactNode } from "react";
import { SiteHeader } from "./site-header.tsx";

/** A narrow page outside a board: joining, and what is said when a link does not lead anywhere. */
export function SitePage({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[32rem] flex-col px-[1.4rem] pt-4 pb-6 half:justify-center">
      <div className="half:absolute half:inset-x-8 half:top-5">
        <SiteHeader />
      </div>
      <main className="flex flex-1 flex-col half:flex-none half:py-20">{children}</main>
    </div>
  );
}
