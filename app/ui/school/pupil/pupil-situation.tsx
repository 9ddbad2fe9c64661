import type { SituationRecord } from "#app/domain/follow-up/situations/situation.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { HiddenField, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { EXEMPTION_REASON_LABELS, situationText } from "../../messages/situations.ts";

interface PupilSituationProps {
  pupilId: string;
  situations: readonly SituationRecord[];
  /** The head and the office declare; teachers read. */
  declares: boolean;
}

/** Days on which the pupil has nothing to find, and what was declared before. */
export function PupilSituation({ pupilId, situations, declares }: PupilSituationProps) {
  if (situations.length === 0 && !declares) return null;
  return (
    <section aria-labelledby="situation">
      <h2 id="situation">Dispense ou accueil au lycée</h2>
      {situations.length === 0 ? <p>Rien de déclaré.</p> : null}
      {situations.length > 0 ? (
        <ul className="pupil-file__list">
          {situations.map((one) => (
            <SituationItem key={one.id} pupilId={pupilId} one={one} declares={declares} />
          ))}
        </ul>
      ) : null}
      {declares ? (
        <ButtonLink to={paths.school.pupilSituation(pupilId)} variant="secondary" size="sm">
          Déclarer une dispense ou un accueil
        </ButtonLink>
      ) : null}
    </section>
  );
}

function SituationItem({
  pupilId,
  one,
  declares,
}: Omit<PupilSituationProps, "situations"> & { one: SituationRecord }) {
  return (
    <li className="pupil-file__item">
      <h3 className="pupil-file__title" id={`situation-${one.id}`}>
        {situationText(one)}
        {one.cancelledAt ? " (annulé)" : ""}
      </h3>
      {one.reason ? <p>{EXEMPTION_REASON_LABELS[one.reason]}</p> : null}
      {one.programme ? <p className="pupil-file__words">{one.programme}</p> : null}
      <p className="pupil-file__more">
        Déclaré le {frenchDateTime(one.declaredAt)}
        {byText(one.declaredBy)}
        {one.cancelledAt ? `, annulé le ${frenchDateTime(one.cancelledAt)}${byText(one.cancelledBy)}` : ""}
      </p>
      {declares && !one.cancelledAt ? (
        <SubmitForm action={paths.school.pupilSituation(pupilId)}>
          <HiddenField name="situationId" value={one.id} />
          <SubmitButton intent="cancel" variant="tertiary" size="sm" describedBy={`situation-${one.id}`}>
            Annuler cette situation
          </SubmitButton>
        </SubmitForm>
      ) : null}
    </li>
  );
}

function byText(name: string | null): string {
  return name ? `, par ${name}` : "";
}
