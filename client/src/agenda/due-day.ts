import { nextWorkingDays } from "../announce/meeting-date.ts";
import type { LocalDate } from "../time/zoned.ts";

/** The day to propose for what is left: the third working day, soon enough that people still remember. */
export const proposedDue = (today: LocalDate): LocalDate => nextWorkingDays(today, 3)[2] ?? today;
