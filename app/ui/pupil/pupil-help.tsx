import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { HelpNumbers } from "../help/help-numbers.tsx";

/** Whom to call, before and during the internship. */
export function PupilHelp() {
  return (
    <section className="pupil-part" aria-labelledby="besoin-aide">
      <h2 id="besoin-aide">Besoin de parler à quelqu’un&nbsp;?</h2>
      <HelpNumbers />
      <p>
        Une question sur le stage&nbsp;? Parlez-en à votre équipe enseignante, ou lisez{" "}
        <Link to={paths.help()}>l’aide</Link>.
      </p>
    </section>
  );
}
