import { use, useMemo, Suspense } from "react";

interface QrCodeProps {
  readonly text: string;
  /** What it leads to, for whoever does not see it. */
  readonly label: string;
  /** In rem. */
  readonly size?: number | undefined;
}

/** A QR code on white in both themes, as scanners want it. The code that draws it is loaded when first needed. */
export function QrCode({ text, label, size = 11.5 }: QrCodeProps) {
  return (
    <div
      className="shrink-0 overflow-hidden rounded-sheet bg-[#fff]"
      style={{ width: `${size}rem`, height: `${size}rem` }}
    >
      <Suspense>
        <Drawn text={text} label={label} />
      </Suspense>
    </div>
  );
}

function Drawn({ text, label }: Omit<QrCodeProps, "size">) {
  const { size, path } = use(useMemo(() => draw(text), [text]));
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} className="size-full">
      <path d={path} fill="#16252e" />
    </svg>
  );
}

interface Drawing {
  readonly size: number;
  readonly path: string;
}

const drawings = new Map<string, Promise<Drawing>>();

function draw(text: string): Promise<Drawing> {
  const known = drawings.get(text);
  if (known) return known;
  const drawing = import("uqr").then(({ encode }): Drawing => {
    const { size, data } = encode(text, { ecc: "M", border: 3 });
    const cells = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size, path: cells.join("") };
  });
  drawings.set(text, drawing);
  return drawing;
}
