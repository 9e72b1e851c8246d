import { useLingui } from "@lingui/react/macro";
import { Ellipsis } from "lucide-react";
import { Suspense, useState } from "react";
import { withBoardMessages } from "../i18n/i18n.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { later } from "../ui/later.ts";

const BoardMenu = later(() => withBoardMessages(import("../panels/board-menu.tsx")));

/** ⋯ and what is behind it. The menu arrives after the first paint; a press before that opens it when it is there. */
export function More() {
  const [isAskedFor, setAskedFor] = useState(false);
  return (
    <Suspense fallback={<MoreButton onPress={() => setAskedFor(true)} />}>
      <BoardMenu isAskedFor={isAskedFor} />
    </Suspense>
  );
}

/** The button alone. */
export function MoreButton({ onPress }: { readonly onPress?: () => void }) {
  const { t } = useLingui();
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={t`More`}
      className="-mr-2"
      {...(onPress && { onPress })}
    >
      <Icon of={Ellipsis} />
    </Button>
  );
}
