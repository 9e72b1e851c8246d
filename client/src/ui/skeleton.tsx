import { Trans } from "@lingui/react/macro";

/** Hairlines where a page will be, after 400 ms of waiting; before that, nothing flickers. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  return (
    <div role="status" className="grid animate-[appear_200ms_400ms_both] gap-9 px-(--page) pt-16">
      <span className="sr-only">
        <Trans>Loading …</Trans>
      </span>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          aria-hidden
          className="h-px bg-line"
          style={{ width: `${100 - ((index * 37) % 45)}%` }}
        />
      ))}
    </div>
  );
}
