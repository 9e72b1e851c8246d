// A real incident, drawn as the board draws one: Cloudflare's outage of 2 July 2019, from its public report.
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { GlyphFamily } from "../ui/glyphs.tsx";

/** Minutes of the hour 13, UTC. */
const first = 31;
const impactStarts = 42;
const detected = 45;
const mitigated = 69;
const resolved = 112;

const x = (minute: number): number => Math.round((26 + (minute - first) * 15.778) * 10) / 10;
const clock = (minute: number): string =>
  `${13 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;

const events: readonly (readonly [minute: number, family: GlyphFamily, isHollow?: boolean])[] = [
  [31, "system"],
  [37, "system"],
  [42, "mark"],
  [45, "system"],
  [46, "system"],
  [48, "said"],
  [50, "noticed", true],
  [52, "noticed"],
  [58, "noticed"],
  [60, "mark"],
  [62, "did"],
  [63, "noticed"],
  [65, "did", true],
  [67, "did", true],
  [69, "mark"],
  [90, "did", true],
  [112, "mark"],
];

const marks = [impactStarts, 60, mitigated, resolved];
const times = [31, 37, 42, 45, 48, 52, 60, 63, 69, 90, 112];

/** The drawing: three dimension lines, the events, the band of impact, the axis, and what people made of it then. */
export function IncidentDrawing() {
  const { t } = useLingui();
  return (
    <svg
      viewBox="0 0 1344 194"
      role="img"
      aria-label={t`An incident as the board draws it: 27 minutes of impact, 17 events, detected after 3 minutes, resolved after an hour and 10 minutes.`}
      className="h-auto w-[64rem] max-w-none overflow-visible half:w-full"
    >
      <defs>
        <Hatch id="impact" pitch={5} offset={0.75} width={1.3} />
        <Hatch id="tail" pitch={11} offset={0.5} width={1} />
      </defs>
      <path d="M12 92H1320" stroke="var(--ink)" strokeWidth="1.25" />
      <rect x={x(42)} y="78" width={x(69) - x(42)} height="14" fill="url(#impact)" />
      <rect x={x(69)} y="78" width={x(112) - x(69)} height="14" fill="url(#tail)" />
      <path d={`M${x(42)} 78H${x(69)}V92`} fill="none" stroke="var(--harm)" />
      <path d={`M${x(42)} 78V92`} stroke="var(--harm)" strokeWidth="1.5" />
      <path
        d={`M${x(69)} 78H${x(112)}V92`}
        fill="none"
        stroke="var(--harm)"
        strokeDasharray="3 3"
      />
      <Dimension y={10} to={resolved}>
        <Trans>resolved after 1 h 10 min</Trans>
      </Dimension>
      <Dimension y={28} to={mitigated}>
        <Trans>mitigated after 27 min</Trans>
      </Dimension>
      <Dimension y={46} to={detected} isLabelBeside>
        <Trans>detected after 3 min</Trans>
      </Dimension>
      {events.map(([minute, family, isHollow]) => (
        <Sign key={minute} x={x(minute)} family={family} isHollow={isHollow ?? false} />
      ))}
      {times.map((minute) => (
        <g key={minute}>
          <path d={`M${x(minute)} 92v5`} stroke="var(--ink)" />
          <text
            x={x(minute)}
            y="110"
            textAnchor="middle"
            fontSize="13"
            fill={marks.includes(minute) ? "var(--ink)" : "var(--ink-2)"}
          >
            {clock(minute)}
          </text>
        </g>
      ))}
      <Voice at={31} y={138}>
        <Trans>a rule is merged</Trans>
      </Voice>
      <Voice at={42} y={182}>
        <Trans>it is out worldwide within seconds</Trans>
      </Voice>
      <Voice at={50} y={160}>
        <Trans>in the room: is this an attack?</Trans>
      </Voice>
      <Voice at={60} y={138}>
        <Trans>it is the firewall</Trans>
      </Voice>
      <Voice at={69} y={138}>
        <Trans>the rules are off, traffic is back</Trans>
      </Voice>
      <Voice at={90} y={138}>
        <Trans>one city is tried first</Trans>
      </Voice>
      <Voice at={112} y={138} isBefore>
        <Trans>the rules are on again</Trans>
      </Voice>
    </svg>
  );
}

function Hatch({
  id,
  pitch,
  offset,
  width,
}: {
  readonly id: string;
  readonly pitch: number;
  readonly offset: number;
  readonly width: number;
}) {
  return (
    <pattern
      id={id}
      width={pitch}
      height={pitch}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={pitch} height={pitch} fill="var(--sheet)" />
      <path d={`M${offset} 0v${pitch}`} stroke="var(--harm)" strokeWidth={width} />
    </pattern>
  );
}

/** A line with ticks at its ends and its length in the middle, or beside it where it is too short for words. */
function Dimension({
  y,
  to,
  isLabelBeside = false,
  children,
}: {
  readonly y: number;
  readonly to: number;
  readonly isLabelBeside?: boolean;
  readonly children: ReactNode;
}) {
  const from = x(impactStarts);
  const end = x(to);
  return (
    <g>
      <path d={`M${from} ${y}H${end}`} stroke="var(--ink-2)" />
      {[from, end].map((at) => (
        <g key={at}>
          <path d={`M${at - 4} ${y + 4}l8 -8`} stroke="var(--ink)" strokeWidth="1.6" />
          <path
            d={`M${at} ${y - 5}V78`}
            stroke="var(--ink-3)"
            strokeWidth=".75"
            strokeDasharray="1 3"
          />
        </g>
      ))}
      <text
        x={isLabelBeside ? end + 11 : (from + end) / 2}
        y={y + 4.5}
        textAnchor={isLabelBeside ? "start" : "middle"}
        fontSize="13"
        fill="var(--ink)"
        stroke="var(--paper)"
        strokeWidth={isLabelBeside ? 0 : 10}
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        {children}
      </text>
    </g>
  );
}

/** What somebody thought or saw then, hung from its time. */
function Voice({
  at,
  y,
  isBefore = false,
  children,
}: {
  readonly at: number;
  readonly y: number;
  readonly isBefore?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <g>
      <path d={`M${x(at)} 114V${y}`} stroke="var(--edge)" strokeWidth=".75" />
      <text
        x={x(at) + (isBefore ? -7 : 7)}
        y={y}
        textAnchor={isBefore ? "end" : "start"}
        fontSize="16"
        fill="var(--ink-2)"
        className="font-story italic"
      >
        {children}
      </text>
    </g>
  );
}

function Sign({
  x: at,
  family,
  isHollow,
}: {
  readonly x: number;
  readonly family: GlyphFamily;
  readonly isHollow: boolean;
}) {
  const paint = isHollow
    ? { fill: "var(--sheet)", stroke: `var(--k-${family})`, strokeWidth: 2 }
    : { fill: `var(--k-${family})` };
  const half = isHollow ? 4.8 : 5.8;
  switch (family) {
    case "mark":
      return <path d={`M${at - 5.7} 67.1h11.4l-5.7 8.8z`} {...paint} />;
    case "system":
      return <path d={`M${at - 4.5} 66.5h9v9h-9z`} {...paint} />;
    case "noticed":
      return <circle cx={at} cy="71" r={isHollow ? 4 : 4.7} {...paint} />;
    case "did":
      return (
        <path
          d={`M${at} ${71 - half}l${half} ${half} ${-half} ${half} ${-half} ${-half}z`}
          {...paint}
        />
      );
    case "said":
  }
  return <rect x={at - 5.5} y="67.9" width="11" height="6.2" rx="3.1" {...paint} />;
}
