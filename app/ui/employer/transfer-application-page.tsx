import { TRANSFER_REACH_KM, type TransferTarget } from "#app/domain/applications/views/host-application.ts";
import { frenchDistance } from "#app/kernel/geo.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { CheckboxField } from "../components/fields/checkbox-field.tsx";
import { RadioGroup } from "../components/fields/choice-group.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { textOf, type Refusal } from "../forms/refusal.ts";
import { ApplicationActPage } from "./application-act-page.tsx";

interface TransferApplicationPageProps {
  application: { id: string; firstName: string };
  targets: TransferTarget[];
  refusal: Refusal | undefined;
}

/** The other offers of the organisation that could take this application. */
export function TransferApplicationPage({ application, targets, refusal }: TransferApplicationPageProps) {
  const back = paths.employer.application(application.id);
  return (
    <ApplicationActPage act="Transmettre la candidature" application={application} refusal={refusal}>
      {targets.length > 0 ? (
        <>
          <p>
            La candidature continue, avec la même lettre et les mêmes dates, dans l’offre choisie&nbsp;;
            l’élève en est averti et attend une réponse de cette offre.
          </p>
          <SubmitForm mandatory="one">
            <RadioGroup
              name="offerId"
              label="À quelle offre&nbsp;?"
              error={refusal?.errors.offerId?.join(" ")}
              defaultValue={textOf(refusal, "offerId")}
              options={targets.map((offer) => ({
                value: offer.id,
                label: offer.title,
                hint: whereIs(offer),
              }))}
            />
            {targets.some(({ distanceKm }) => (distanceKm ?? 0) > TRANSFER_REACH_KM) ? (
              <CheckboxField
                name="evenFar"
                value="oui"
                label="Même si c’est loin"
                hint={`À plus de ${TRANSFER_REACH_KM} km du lycée, demandez d’abord à l’élève s’il ou elle peut venir.`}
              />
            ) : null}
            <ButtonRow>
              <SubmitButton>Transmettre la candidature</SubmitButton>
              <ButtonLink variant="secondary" to={back}>
                Garder la candidature ici
              </ButtonLink>
            </ButtonRow>
          </SubmitForm>
        </>
      ) : (
        <EmptyState
          title="Aucune autre de vos offres ne peut prendre cette candidature."
          suggestions={[{ to: back, label: "Revenir à la candidature" }]}
        >
          <p>
            Il faut une offre en ligne, avec une place libre aux mêmes dates, ouverte au lycée de l’élève, et
            à laquelle il ou elle n’a pas déjà candidaté.
          </p>
        </EmptyState>
      )}
    </ApplicationActPage>
  );
}

/** "Saint-Denis (93), à 4,2 km du lycée" */
function whereIs({ town, department, distanceKm }: TransferTarget): string {
  const place = `${town} (${department})`;
  return distanceKm === null ? place : `${place}, à ${frenchDistance(distanceKm)} du lycée`;
}
