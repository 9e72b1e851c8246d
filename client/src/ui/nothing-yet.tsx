import { Trans } from "@lingui/react/macro";

/** Said quietly to whoever may only read, where something will stand once there is something. */
export function NothingYet() {
  return (
    <p className="font-ui text-m leading-[1.45] text-ink-3">
      <Trans>Nothing yet.</Trans>
    </p>
  );
}
