// The meeting as a calendar file (RFC 5545): times in UTC, one event whose identity is the board's, so that a file with
// another date moves the entry of an older one.
import ical, { ICalCalendarMethod } from "ical-generator";
import type { BoardId } from "@secondstory/shared";

interface Meeting {
  readonly board: BoardId;
  readonly subject: string;
  readonly description: string;
  readonly link: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How long it takes. */
  readonly minutes: number;
  /** When the board was made: later files count from here. */
  readonly createdAt: number;
  readonly now: number;
}

/** The meeting as the text of an .ics file. */
export function calendarFile(meeting: Meeting): string {
  const { board, subject, description, link, at, minutes, createdAt, now } = meeting;
  const calendar = ical({
    prodId: { company: "Second Story", product: "Board" },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `meeting-${board}@second-story`,
    // Calendars take the later of two versions by this number. Nobody counts them, so the minutes since the board was made do.
    sequence: Math.max(0, Math.floor((now - createdAt) / 60_000)),
    stamp: new Date(now),
    start: new Date(at),
    end: new Date(at + minutes * 60_000),
    summary: subject,
    description,
    url: link,
  });
  return `${calendar.toString()}\r\n`;
}
