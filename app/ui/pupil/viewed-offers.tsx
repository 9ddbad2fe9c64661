import { plural } from "#app/kernel/text.ts";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";

/** The offers that the pupil has opened: what they are kept for, and how to forget them. */
export function ViewedOffers({ total, forgotten }: { total: number; forgotten: boolean }) {
  if (total === 0)
    return forgotten ? (
      <Notice tone="success" title="Les offres que vous aviez ouvertes sont oubliées" live />
    ) : null;
  return (
    <section aria-labelledby="offres-vues">
      <h2 id="offres-vues">Offres déjà vues</h2>
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
