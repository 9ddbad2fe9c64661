import {
  frenchDuration,
  minutesOfTime,
  presenceMinutes,
  rangesOfDay,
  WEEKDAYS,
  type HoursGrid,
  type TimeRange,
} from "#app/domain/hours/hours-grid.ts";
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

/** A week of presence, with the total of each day and of the week. */
export function HoursTable({ grid, caption = "Horaires" }: { grid: HoursGrid; caption?: string }) {
  const total = WEEKDAYS.reduce((minutes, day) => minutes + presenceMinutes(grid[day]), 0);
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
          <tr>
            <th scope="row" colSpan={3}>
              Total par semaine complète
            </th>
            <td>{duration(total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
