import { isCalendarDate } from "./calendar-date.ts";
import { typedIdentifier } from "./typed-text.ts";

/** "2011-10-02" as browsers send it, "2/10/2011" as it is typed where there is no calendar. */
export const typedDay = (missing: string) =>
  typedIdentifier({ error: missing })
    .min(1, missing)
    .transform((typed) => {
      const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
      if (!written) return typed;
      const [, day = "", month = "", year = ""] = written;
      return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    })
    .refine(isCalendarDate, "Écrivez la date ainsi : 2/10/2011.");
