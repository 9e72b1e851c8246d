import { Plural, Trans } from "@lingui/react/macro";

/** `4 minutes behind`, `2 minutes ahead`, `on time`. */
export function StandingWords({ lateMinutes }: { readonly lateMinutes: number }) {
  if (lateMinutes > 0)
    return <Plural value={lateMinutes} one="# minute behind" other="# minutes behind" />;
  if (lateMinutes < 0)
    return <Plural value={-lateMinutes} one="# minute ahead" other="# minutes ahead" />;
  return <Trans>on time</Trans>;
}
