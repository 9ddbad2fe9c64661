import { frenchNumber } from "#app/kernel/french-number.ts";
import { Link } from "@remix-run/react";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { typeset } from "#app/kernel/typography.ts";

interface HealthProps {
  pending: number;
  /** Whole minutes that the oldest one has waited. */
  oldestPendingMinutes: number | null;
  waiting: number;
  failed: number;
  suppressedAddresses: number;
}

/** How sending goes, at a glance; each figure leads to what it counts. */
export function MessageHealthFigures(health: HealthProps) {
  const { pending, oldestPendingMinutes, waiting, failed, suppressedAddresses } = health;
  const figures = [
    {
      label: "À envoyer",
      count: pending,
      detail:
        oldestPendingMinutes === null
          ? "Rien n’attend."
          : `Le plus ancien attend depuis ${duration(oldestPendingMinutes)}.`,
      to: paths.admin.messages({ etat: "pending" }),
    },
    {
      label: "En échec, à décider",
      count: failed,
      detail: failed > 0 ? "Renvoyer ou non." : "Rien à décider.",
      to: paths.admin.failures(),
    },
    {
      label: "En attente de la bonne heure",
      count: waiting,
      detail: "Partiront entre 7 h et 21 h.",
      to: paths.admin.messages({ etat: "waiting" }),
    },
    {
      label: "Adresses arrêtées",
      count: suppressedAddresses,
      detail: "Messages gardés dans le service.",
      to: paths.admin.messages({ etat: "suppressed" }),
    },
  ];
  return (
    <ul className="health-figures">
      {figures.map(({ label, count, detail, to }) => (
        <li className="health-figure" key={label}>
          <p className="health-figure__count">{frenchNumber(count)}</p>
          <p className="health-figure__label">
            <Link to={to}>{label}</Link>
          </p>
          <p className="health-figure__detail">{typeset(detail)}</p>
        </li>
      ))}
    </ul>
  );
}

/** "moins d’une minute", "12 minutes", "3 heures", "2 jours" */
export function duration(minutes: number): string {
  if (minutes < 1) return "moins d’une minute";
  if (minutes < 120) return plural(minutes, "minute");
  if (minutes < 48 * 60) return plural(Math.floor(minutes / 60), "heure");
  return plural(Math.floor(minutes / 1440), "jour");
}
