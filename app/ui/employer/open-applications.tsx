import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { ButtonRow } from "../components/button-link.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { OpenApplicationsField } from "./open-applications-field.tsx";

export interface OfferQueue {
  max: number | null;
  waiting: number;
  freedAt: Date | null;
}

/** A place came free while pupils wait: what there is to do about it. */
export function FreedPlace({ queue, free }: { queue: OfferQueue; free: number }) {
  if (!queue.freedAt || queue.waiting === 0 || free === 0) return null;
  return (
    <Notice tone="info" title={`Une place s’est libérée le ${frenchDate(parisDate(queue.freedAt))}`}>
      <p>{waitingText(queue.waiting)}</p>
    </Notice>
  );
}

/** How many wait, and how many the host wants to have to answer at once. */
export function OpenApplications({ queue, refusal }: { queue: OfferQueue; refusal: Refusal | undefined }) {
  const isFull = queue.max !== null && queue.waiting >= queue.max;
  const typed = refusal?.values.maxOpenApplications;
  return (
    <section aria-labelledby="candidatures-a-traiter">
      <h2 id="candidatures-a-traiter">Candidatures à traiter</h2>
      <p>
        {queue.waiting === 0 ? "Aucune candidature n’attend votre réponse." : waitingText(queue.waiting)}
        {isFull
          ? " L’offre affiche « Complet pour l’instant » : elle revient dans les recherches dès que vous répondez."
          : ""}
      </p>
      <SubmitForm>
        <OpenApplicationsField
          name="maxOpenApplications"
          defaultValue={typeof typed === "string" ? typed : String(refusal ? "" : (queue.max ?? ""))}
          error={refusal?.errors.maxOpenApplications?.[0]}
        />
        <ButtonRow>
          <SubmitButton variant="secondary">Enregistrer</SubmitButton>
        </ButtonRow>
      </SubmitForm>
    </section>
  );
}

function waitingText(waiting: number): string {
  return waiting === 1
    ? "Une candidature attend votre réponse."
    : `${plural(waiting, "candidature")} attendent votre réponse.`;
}
