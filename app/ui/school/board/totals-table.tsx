import { Link } from "@remix-run/react";
import type { BoardTotals } from "#app/domain/follow-up/board/board-totals.ts";
import type { Standing } from "#app/domain/follow-up/board/standing.ts";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { refusalsText } from "../../messages/board.ts";

/** The columns of the counts: standings that ask for the same thing are counted together. */
const COLUMNS: readonly { label: string; standings: readonly Standing[] }[] = [
  { label: "À replacer ou sans rien", standings: ["to_replace", "nothing"] },
  { label: "En recherche", standings: ["applying", "half", "to_confirm"] },
  { label: "Convention en cours", standings: ["agreement"] },
  { label: "Convention signée", standings: ["signed"] },
  { label: "Au lycée ou en dispense", standings: ["at_school", "exempt"] },
];

interface TotalsTableProps {
  classes: readonly BoardTotals[];
  whole: BoardTotals;
}

/** Counts of each class out of those that it expects, then of all. */
export function TotalsTable({ classes, whole }: TotalsTableProps) {
  return (
    <div className="table-scroll">
      <table className="school-table totals-table">
        <caption>Où en sont les classes</caption>
        <thead>
          <tr>
            <th scope="col">Classe</th>
            {COLUMNS.map(({ label }) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to={paths.school.classGroup(one.id)}>{one.name}</Link>
                <ClassNotes totals={one} />
              </th>
              <Counts totals={one} />
            </tr>
          ))}
          {classes.length > 1 ? (
            <tr className="totals-table__whole">
              <th scope="row">
                Ensemble
                <ClassNotes totals={whole} />
              </th>
              <Counts totals={whole} />
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

function ClassNotes({ totals: { outOf, pupils, activated, refusals } }: { totals: BoardTotals }) {
  const entered = outOf > pupils ? `, ${plural(pupils, "inscrit")}` : "";
  return (
    <>
      <p className="board-table__more">
        {plural(outOf, "élève")}
        {entered}, {plural(activated, "compte activé", "comptes activés")}
      </p>
      {refusals.length > 0 ? (
        <p className="board-table__more">{typeset(`Refus : ${refusalsText(refusals)}`)}</p>
      ) : null}
    </>
  );
}

function Counts({ totals: { outOf, standings } }: { totals: BoardTotals }) {
  return COLUMNS.map(({ label, standings: which }) => {
    const count = which.reduce((sum, one) => sum + standings[one], 0);
    return (
      <td key={label}>
        <span className="school-table__label">{typeset(`${label} : `)}</span>
        {frenchNumber(count)}
        <span className="totals-table__of"> sur {frenchNumber(outOf)}</span>
      </td>
    );
  });
}
