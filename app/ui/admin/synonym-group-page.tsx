import { Link } from "@remix-run/react";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { adminTrail } from "./admin-trail.ts";
import { SynonymsForm, type RefusedWords } from "./synonyms-form.tsx";

interface SynonymGroupPageProps {
  id: string;
  words: string[];
  /** When it was last written. */
  version: string;
  updatedBy: string | null;
  refused: RefusedWords | null;
}

const trail = [...adminTrail, { to: paths.admin.synonyms(), label: "Synonymes" }];

/** One group: its words, and the way to take it away. */
export function SynonymGroupPage({ id, words, version, updatedBy, refused }: SynonymGroupPageProps) {
  const when = frenchDateTime(new Date(version));
  return (
    <Page narrow>
      <PageHeader
        title={`Modifier « ${words[0] ?? ""} »`}
        crumb="Modifier un groupe"
        trail={trail}
        lead={updatedBy ? `Écrit par ${updatedBy}, ${when}.` : "Fourni avec le service."}
      />
      <ErrorSummary errors={errorLinks(refused?.errors ?? {})} />
      <SynonymsForm
        key={refused?.words ?? id}
        words={refused?.words ?? words.join("\n")}
        version={version}
        error={refused?.errors.words?.[0]}
        button="Enregistrer"
      />
      <p className="synonym-delete">
        <Link className="fr-link" to={paths.admin.synonymGroup(id, { supprimer: "oui" })}>
          Supprimer ce groupe
        </Link>
      </p>
    </Page>
  );
}

/** What deleting does, told before it is done. */
export function DeleteSynonymGroupPage({ id, words }: { id: string; words: string[] }) {
  return (
    <Page narrow>
      <PageHeader title={`Supprimer « ${words[0] ?? ""} » ?`} crumb="Supprimer un groupe" trail={trail} />
      <Notice tone="warning" title="Chacun de ces mots ne trouvera plus que lui-même">
        <p>{words.join(" · ")}</p>
      </Notice>
      <SubmitForm action={paths.admin.synonymGroup(id)}>
        <HiddenIntent value="delete" />
        <div className="button-row">
          <SubmitButton>Supprimer ce groupe</SubmitButton>
          <Link className="fr-btn fr-btn--tertiary" to={paths.admin.synonymGroup(id)}>
            Annuler
          </Link>
        </div>
      </SubmitForm>
    </Page>
  );
}
