import { Link } from "@remix-run/react";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import type { ShownRoster } from "./shown-roster.ts";

interface RosterProgressProps {
  shown: ShownRoster;
  refreshes: boolean;
}

/** How far the worker is. */
export function RosterProgress({ shown, refreshes }: RosterProgressProps) {
  const { id, status, pupils, written } = shown;
  const writing = status === "running" && pupils > 0;
  return (
    <section aria-labelledby="avancement" className="import-progress">
      <h2 id="avancement">Avancement</h2>
      {writing ? <progress aria-labelledby="avancement" max={pupils} value={written} /> : null}
      <p role="status">
        {status === "checking"
          ? "Le fichier est comparé à vos élèves : quelques secondes suffisent."
          : typeset(`${plural(written, "élève enregistré", "élèves enregistrés")} sur ${pupils}.`)}
      </p>
      <p>
        {refreshes
          ? "Cette page se met à jour toute seule. "
          : "Cette page ne se met pas à jour toute seule. "}
        <Link to={paths.school.rosterImport(id, refreshes ? { actualiser: "non" } : {})}>
          {refreshes ? "Ne plus la mettre à jour" : "La mettre à jour toute seule"}
        </Link>
      </p>
    </section>
  );
}
