import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { SkillGrids } from "./skills.ts";

/** One stay with what its three readers saw. */
export interface StaySynthesis {
  agreementId: string;
  pupilId: string;
  firstName: string;
  lastName: string;
  classGroupId: string;
  className: string;
  schoolName: string;
  hostName: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  postcode: string;
  grids: SkillGrids;
}
