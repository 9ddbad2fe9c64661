import { stayLine } from "#app/domain/hours/stay.ts";
import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import { typeset } from "#app/kernel/typography.ts";
import { Disclosure } from "./disclosure.tsx";
import { HoursTable, type GridPeriod } from "./hours-table.tsx";

interface RealDaysProps {
  grid: HoursGrid;
  periods: readonly GridPeriod[];
  /** Of the folded grid. */
  caption?: string;
}

/** The days really spent at a host, one sentence a period; the grid of the week is folded under it. */
export function RealDays({ grid, periods, caption = "Horaires de présence" }: RealDaysProps) {
  const told = periods.flatMap(({ label, ...period }) => {
    const line = stayLine(period, grid);
    return line === "" ? [] : [label ? `${label} : ${line}` : line];
  });
  return (
    <div className="real-days">
      {told.map((line) => (
        <p key={line}>{typeset(line)}</p>
      ))}
      <Disclosure title="Voir les horaires jour par jour">
        <HoursTable grid={grid} periods={periods} caption={caption} />
      </Disclosure>
    </div>
  );
}
