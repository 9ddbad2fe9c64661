import { Link } from "@remix-run/react";
import type { JoinableSchool } from "#app/domain/schools/team/joinable-school.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";

interface JoinableSchoolsProps {
  schools: JoinableSchool[];
  more: boolean;
  words: string;
}

/** The schools found, each with its button. */
export function JoinableSchools({ schools, more, words }: JoinableSchoolsProps) {
  if (schools.length === 0)
    return (
      <EmptyState title={`Aucun lycée trouvé pour « ${words} »`}>
        <p>Essayez le nom de la commune, ou l’UAI (sept chiffres et une lettre).</p>
      </EmptyState>
    );
  return (
    <section className="joinable">
      <h2>
        {more
          ? "Les 20 premiers lycées trouvés"
          : `${plural(schools.length, "lycée trouvé", "lycées trouvés")}`}
      </h2>
      {more ? <p>Ajoutez la commune pour en voir moins.</p> : null}
      <ul className="joinable__list">
        {schools.map(({ uai, name, town, departmentCode }) => (
          <li key={uai}>
            <p id={`school-${uai}`}>
              <strong>{name}</strong>
              <br />
              {town}
              {departmentCode ? ` (${departmentCode})` : ""}, UAI {uai}
            </p>
            <SubmitForm action={paths.school.join()}>
              <HiddenIntent value="claim" />
              <HiddenField name="uai" value={uai} />
              <SubmitButton variant="secondary" describedBy={`school-${uai}`}>
                Envoyer le lien
              </SubmitButton>
            </SubmitForm>
            <p className="joinable__request">
              <Link to={paths.school.join({ demande: uai })} aria-describedby={`school-${uai}`}>
                J’y travaille : demander un accès
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
