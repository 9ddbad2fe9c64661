import type { Referent } from "#app/domain/follow-up/referents/referent.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../../../components/button-link.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../../components/form.tsx";

interface ReferentListProps {
  pupilId: string;
  referents: readonly Referent[];
}

/** Who follows this pupil's internship besides the class's team. */
export function PupilReferents({ pupilId, referents }: ReferentListProps) {
  return (
    <section aria-labelledby="referents">
      <h2 id="referents">Qui suit ce stage</h2>
      {referents.length === 0 ? <p>L’équipe de la classe. Personne d’autre n’en a reçu le suivi.</p> : null}
      <ReferentList pupilId={pupilId} referents={referents} />
      <ButtonLink to={paths.school.pupilReferents(pupilId)} variant="secondary" size="sm">
        Confier le suivi à une autre personne
      </ButtonLink>
    </section>
  );
}

export function ReferentList({ pupilId, referents }: ReferentListProps) {
  if (referents.length === 0) return null;
  return (
    <ul className="pupil-file__list">
      {referents.map(({ id, name, reason, entrustedAt, byName, isMe }) => (
        <li key={id} className="pupil-file__item">
          <h3 className="pupil-file__title" id={`referent-${id}`}>
            {isMe ? "Vous" : name}
          </h3>
          {reason ? <p className="pupil-file__words">{reason}</p> : null}
          <p className="pupil-file__more">
            Depuis le {frenchDate(parisDate(entrustedAt))}
            {byName ? `, à la demande de ${byName}` : ""}
          </p>
          <SubmitForm action={paths.school.pupilReferents(pupilId)}>
            <HiddenField name="referentId" value={id} />
            <SubmitButton intent="end" variant="tertiary" size="sm" describedBy={`referent-${id}`}>
              {isMe ? "Rendre ce suivi à l’équipe" : "Reprendre ce suivi"}
            </SubmitButton>
          </SubmitForm>
        </li>
      ))}
    </ul>
  );
}
