import { Link } from "@remix-run/react";
import { erasureRefusal, type ErasureConsequences } from "#app/domain/personal-data/erasure.ts";
import { OWN_DATA_KINDS, type OwnDataKind } from "#app/domain/personal-data/own-data.ts";
import { frenchDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { DataList } from "../components/data-list.tsx";
import { CheckboxField } from "../components/fields/checkbox-field.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { ContactLink } from "../shell/contact-link.tsx";
import { describeKind, ERASURE_REFUSALS } from "./own-data-words.ts";

interface OwnDataPageProps {
  counts: Record<OwnDataKind, number>;
  isPupil: boolean;
  consequences: ErasureConsequences;
  /** If it is asked for today. */
  erasedOn: CalendarDate;
  refusal: Refusal | undefined;
}

export function OwnDataPage({ counts, isPupil, refusal, ...erasure }: OwnDataPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Mes données"
        trail={[{ to: paths.account(), label: "Mon compte" }]}
        lead="Tout ce que le service sait de vous, à quoi ça sert, et quand ça s’efface. Rien n’est vendu, et personne d’autre ne lit cette page."
      />
      <RefusalNotice refusal={refusal} />
      <KnownKinds counts={counts} isPupil={isPupil} />
      <section aria-labelledby="emporter">
        <h2 id="emporter">Emporter</h2>
        <p>
          Un fichier ZIP avec tout ce qui précède&nbsp;: un PDF à lire, et un fichier JSON pour un autre
          service.
        </p>
        <p>
          <ButtonLink variant="secondary" to={paths.ownDataArchive()} reloadDocument>
            Télécharger mes données
          </ButtonLink>
        </p>
      </section>
      <section aria-labelledby="corriger">
        <h2 id="corriger">Corriger</h2>
        <p>{typeset(isPupil ? PUPIL_CORRECTION : ADULT_CORRECTION)}</p>
        <p>
          Une autre erreur, ou personne ne répond&nbsp;? Écrivez à <ContactLink />. Ce que vous recevez par
          e-mail se choisit dans <Link to={paths.account()}>votre compte</Link>.
        </p>
      </section>
      <ErasureSection {...erasure} refusal={refusal} />
    </Page>
  );
}

const PUPIL_CORRECTION =
  "Votre nom, votre classe, votre date de naissance et vos responsables viennent du lycée : demandez-lui de les corriger. Vos lettres et vos alertes, vous les changez vous-même.";
const ADULT_CORRECTION =
  "Les offres et les conventions se corrigent à leur place. Pour un nom ou un rôle, demandez à qui gère votre équipe.";

function KnownKinds({ counts, isPupil }: Pick<OwnDataPageProps, "counts" | "isPupil">) {
  const known = OWN_DATA_KINDS.filter((kind) => counts[kind] > 0);
  return (
    <DataList
      items={known.map((kind) => {
        const { title, told, until } = describeKind(kind, { isPupil });
        return {
          term: title,
          details: (
            <>
              {typeset(told(counts[kind]))}
              <br />
              <span className="fr-hint-text">{typeset(until)}</span>
            </>
          ),
        };
      })}
    />
  );
}

type ErasureSectionProps = Pick<OwnDataPageProps, "consequences" | "erasedOn" | "refusal">;

/** What follows is said first; what others count on is told in place of the form. */
function ErasureSection({ consequences, erasedOn, refusal }: ErasureSectionProps) {
  const forbidden = erasureRefusal(consequences);
  return (
    <section aria-labelledby="effacer">
      <h2 id="effacer">Effacer mon compte</h2>
      {forbidden ? (
        <Notice tone="info" title="Ce n’est pas encore possible." level={3}>
          <p>{typeset(ERASURE_REFUSALS[forbidden.code])}</p>
        </Notice>
      ) : (
        <>
          <p>Voici ce qui arrivera&nbsp;:</p>
          <ul>
            {consequencesInWords(consequences, erasedOn).map((sentence) => (
              <li key={sentence}>{typeset(sentence)}</li>
            ))}
          </ul>
          <SubmitForm mandatory="one">
            <CheckboxField
              name="understood"
              label="J’ai lu ce qui arrivera"
              required
              error={refusal?.errors.understood?.[0]}
            />
            <SubmitButton variant="secondary" intent="erase">
              Demander l’effacement
            </SubmitButton>
          </SubmitForm>
        </>
      )}
    </section>
  );
}

function consequencesInWords(
  { liveApplications, deserted, agreements }: ErasureConsequences,
  erasedOn: CalendarDate,
): string[] {
  return [
    "Votre compte se ferme tout de suite sur tous vos appareils.",
    `Jusqu’au ${frenchDate(erasedOn)}, il suffit de vous connecter pour tout garder.`,
    "Ensuite, votre nom, votre adresse et tout ce qui permet de vous reconnaître sont effacés pour de bon.",
    ...(liveApplications > 0
      ? [
          `${plural(liveApplications, "candidature")} sans réponse définitive : retirées, et les structures prévenues.`,
        ]
      : []),
    ...deserted.map(({ organisation }) => `Plus personne ne répondra pour ${organisation}.`),
    ...(agreements > 0
      ? [
          `${plural(agreements, "convention validée", "conventions validées")} : gardées comme preuve, cinq ans.`,
        ]
      : []),
  ];
}
