import { Link } from "@remix-run/react";
import {
  FEWEST_SAID,
  FIGURES_DAYS,
  type SchoolFailures,
} from "#app/domain/sign-in-failures/failure-figures.ts";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { repairText } from "../messages/administration/sign-in-failures.ts";

/** Why people of the school do not get in, when the school can do something about it: counts, and nobody's name. */
export function FailingSignIns({ failures }: { failures: readonly SchoolFailures[] }) {
  if (failures.length === 0) return null;
  return (
    <section aria-labelledby="connexions">
      <h2 id="connexions">Connexions qui échouent</h2>
      <p>
        Depuis {FIGURES_DAYS}&nbsp;jours, sans savoir de qui il s’agit. Voici ce que votre établissement peut
        réparer.
      </p>
      {failures.map(({ uai, name, repairs }) => (
        <div key={uai}>
          {failures.length > 1 ? <h3>{name}</h3> : null}
          <ul>
            {repairs.map(({ reason, count }) => {
              const { what, repair, to } = repairText(reason);
              const times = count === null ? `moins de ${FEWEST_SAID}` : frenchNumber(count);
              return (
                <li key={reason}>
                  {what}&nbsp;: {times} fois. <Link to={to}>{repair}</Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
