import { Link } from "@remix-run/react";
import type { CardPupil, ClassCards } from "#app/domain/activation/class-cards.ts";
import { plural } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../../components/done-notice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { CheckboxGroup } from "../../components/fields/choice-group.tsx";
import type { Option } from "../../components/fields/select-field.tsx";
import type { Refusal } from "../../forms/refusal.ts";
import { cardStanding } from "../../messages/accounts/activation.ts";
import { schoolTrail } from "../school-trail.ts";

/** Instants come from the server as texts. */
type Pupil = Omit<CardPupil, "code"> & {
  code: (Omit<NonNullable<CardPupil["code"]>, "expiresAt"> & { expiresAt: string | Date }) | null;
};

interface ClassCardsPageProps extends Omit<ClassCards, "pupils"> {
  pupils: readonly Pupil[];
  done: DoneCode<"classCards"> | null;
  refusal: Refusal | undefined;
}

/** Where each pupil's card stands; whom to print one for. */
export function ClassCardsPage({ name, pupils, done, refusal }: ClassCardsPageProps) {
  const activated = pupils.filter((pupil) => pupil.activated).length;
  return (
    <Page narrow>
      <PageHeader
        title={`Cartes d’activation de la classe ${name}`}
        crumb={`Classe ${name}`}
        trail={[...schoolTrail, { to: paths.school.cards(), label: "Cartes d’activation" }]}
        lead={`${plural(pupils.length, "élève")}, ${plural(activated, "compte activé", "comptes activés")}`}
      />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="classCards" done={done} />}
      {pupils.length === 0 ? (
        <EmptyState title="Aucun élève dans cette classe">
          <p>Le secrétariat et la direction ajoutent les élèves.</p>
        </EmptyState>
      ) : (
        <SubmitForm>
          <p>
            Imprimer une carte crée un nouveau code. La carte imprimée avant pour le même élève ne sert plus.
            Les codes s’affichent pendant un quart d’heure&nbsp;: ensuite, il faut en imprimer d’autres.
          </p>
          <CheckboxGroup
            name="pupil"
            label="Pour quels élèves ?"
            hint="Les élèves sans compte ni carte valable sont déjà cochés."
            options={pupils.map(optionOf)}
            defaultValue={refusal ? [] : pupils.filter(needsCard).map(({ id }) => id)}
            error={refusal?.errors.pupil?.[0]}
          />
          <div className="button-row">
            <SubmitButton intent="print">Imprimer les cartes</SubmitButton>
            <SubmitButton intent="revoke" variant="tertiary">
              Annuler les codes cochés
            </SubmitButton>
          </div>
        </SubmitForm>
      )}
      <p className="page-more">
        <Link to={paths.school.cards()}>Choisir une autre classe</Link>
      </p>
    </Page>
  );
}

function needsCard({ activated, code }: Pupil): boolean {
  return !activated && code?.state !== "valid";
}

function optionOf(pupil: Pupil): Option {
  return {
    value: pupil.id,
    label: `${pupil.firstName} ${pupil.lastName}`,
    hint: cardStanding(pupil),
  };
}
