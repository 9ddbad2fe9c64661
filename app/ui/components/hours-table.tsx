import {
  frenchDuration,
  minutesOfTime,
  presenceMinutes,
  rangesOfDay,
  WEEKDAYS,
  type HoursGrid,
  type TimeRange,
} from "#app/domain/hours/hours-grid.ts";
import { stayOf, stayText } from "#app/domain/hours/stay.ts";
import { typeset } from "#app/kernel/typography.ts";

const DAYS = { 1: "Lundi", 2: "Mardi", 3: "Mercredi", 4: "Jeudi", 5: "Vendredi", 6: "Samedi" } as const;

/** "09:00–12:00" → "9 h – 12 h". */
function range(times: TimeRange | null): string {
  return times === null
    ? "–"
    : `${duration(minutesOfTime(times.from))} – ${duration(minutesOfTime(times.to))}`;
}

/** On a phone a cell may break between two times, never inside one. */
function duration(minutes: number): string {
  return typeset(frenchDuration(minutes));
}

/** What a grid is lived for: from one date to another, the weeks of an offer each with its name. */
export interface GridPeriod {
  startsOn: string;
  endsOn: string;
  label?: string;
}

interface HoursTableProps {
  grid: HoursGrid;
  periods: readonly GridPeriod[];
  caption?: string;
}

/** The hours of each weekday, then the days really spent there with their total: no period is made of whole weeks. */
export function HoursTable({ grid, periods, caption = "Horaires" }: HoursTableProps) {
  const stays = periods.map(({ label, startsOn, endsOn }) => ({
    label,
    stay: stayOf(startsOn, endsOn, grid),
  }));
  return (
    <div className="table-scroll">
      <table className="hours-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Jour</th>
            <th scope="col">Matin</th>
            <th scope="col">Après-midi</th>
            <th scope="col">Présence</th>
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((day) => (
            <tr key={day}>
              <th scope="row">{DAYS[day]}</th>
              <td>{range(grid[day].morning)}</td>
              <td>{range(grid[day].afternoon)}</td>
              <td>{rangesOfDay(grid[day]).length === 0 ? "repos" : duration(presenceMinutes(grid[day]))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {stays.map(({ label, stay }) => (
            <tr key={label ?? "stage"}>
              <th scope="row" colSpan={3}>
                {label ? `${label}\u00a0: ` : ""}
                {typeset(stayText(stay))}
              </th>
              <td>{duration(stay.minutes)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}
