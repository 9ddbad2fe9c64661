import { PROBLEM_REACH, type RosterProblem } from "#app/domain/roster/pupils/roster-problem.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { FIELD_LABELS, placeText, PROBLEM_TEXTS, REACH_TEXTS } from "../../messages/roster.ts";

/** Longer lists are read in a spreadsheet, beside the file. */
const SHOWN = 100;

interface RosterProblemTableProps {
  id: string;
  problems: readonly RosterProblem[];
  count: number;
}

/** What is wrong in the file, by line and column, and what to do about it. */
export function RosterProblemTable({ id, problems, count }: RosterProblemTableProps) {
  if (count === 0) return null;
  return (
    <section aria-labelledby="verifier">
      <h2 id="verifier">{plural(count, "point à vérifier", "points à vérifier")} dans le fichier</h2>
      <div className="table-scroll">
        <table className="school-table">
          <caption>Points à vérifier, par ligne et par colonne du fichier</caption>
          <thead>
            <tr>
              <th scope="col">Où</th>
              <th scope="col">Quoi</th>
              <th scope="col">Que faire</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, SHOWN).map((problem) => (
              <ProblemRow key={`${placeText(problem)} ${problem.code} ${problem.field}`} problem={problem} />
            ))}
          </tbody>
        </table>
      </div>
      {count > SHOWN ? <p>Les {SHOWN} premiers sont affichés : le fichier les contient tous.</p> : null}
      <p>
        <ButtonLink to={paths.school.rosterProblems(id)} variant="secondary" reloadDocument>
          Télécharger ces points (CSV)
        </ButtonLink>
      </p>
    </section>
  );
}

function ProblemRow({ problem }: { problem: RosterProblem }) {
  const { what, remedy } = PROBLEM_TEXTS[problem.code];
  return (
    <tr>
      <th scope="row">
        {placeText(problem)}
        {problem.field ? ` (${FIELD_LABELS[problem.field]})` : ""}
      </th>
      <td>
        {typeset(what)} {REACH_TEXTS[PROBLEM_REACH[problem.code]]}.
      </td>
      <td>{typeset(remedy)}</td>
    </tr>
  );
}
