import { plural } from "#app/kernel/text.ts";
import type { DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";

/** Where they are told of, on the page of favourites. */
export const VIEWED_OFFERS = "offres-vues";

/** The offers that the pupil has opened: what they are kept for, and how to forget them. */
export function ViewedOffers({ total, done }: { total: number; done: DoneCode<"favourites"> | null }) {
  if (total === 0)
    return done ? (
      <div id={VIEWED_OFFERS} tabIndex={-1}>
        <DoneNotice page="favourites" done={done} />
      </div>
    ) : null;
  return (
    <section aria-labelledby={VIEWED_OFFERS}>
      <h2 id={VIEWED_OFFERS}>Offres déjà vues</h2>
      <p>
        Vous avez ouvert {plural(total, "offre")}. Nous nous en souvenons pour vous les signaler par
        «&nbsp;Déjà vue&nbsp;» dans les listes et pour vous proposer autre chose. Personne d’autre ne le sait.
      </p>
      <SubmitForm>
        <SubmitButton variant="secondary" intent="forget">
          Oublier les offres vues
        </SubmitButton>
      </SubmitForm>
    </section>
  );
}
