import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { HelpNumbers } from "../help/help-numbers.tsx";

/** Whom to call, before and during the internship. */
export function PupilHelp() {
  return (
    <section className="pupil-part" aria-labelledby="besoin-aide">
      <h2 id="besoin-aide">Besoin de parler à quelqu’un&nbsp;?</h2>
      <p>
        <ButtonLink to={paths.pupil.problem()} variant="secondary" icon="fr-icon-question-line">
          J’ai un problème
        </ButtonLink>
      </p>
      <HelpNumbers />
      <p>
        Une question sur le stage&nbsp;? Lisez <Link to={paths.help()}>l’aide</Link>.
      </p>
    </section>
  );
}
