import { Form } from "@remix-run/react";
import type { JoinableSchool } from "#app/domain/schools/team/joinable-school.ts";
import type { DoneCode } from "#app/paths.ts";
import { DoneNotice } from "../components/done-notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { JoinRequestForm } from "./join-request-form.tsx";
import { JoinableSchools } from "./joinable-schools.tsx";

interface JoinSchoolPageProps {
  words: string;
  found: { schools: JoinableSchool[]; more: boolean } | null;
  /** The one to ask for an access, once chosen. */
  school: JoinableSchool | null;
  done: DoneCode<"joinSchool"> | null;
  refusal: Refusal | undefined;
}

/** Which school, then a link to its official mailbox: nobody enters who cannot read it. */
export function JoinSchoolPage({ words, found, school, done, refusal }: JoinSchoolPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Ouvrir l’espace de votre établissement"
        crumb="Ouvrir un espace"
        lead="Un lien part à l’adresse officielle de l’établissement. Son espace est déjà ouvert ? Demandez un accès avec votre adresse de l’académie. Vous avez reçu une invitation ? Elle suffit."
      />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="joinSchool" done={done} />}
      {school ? <JoinRequestForm school={school} refusal={refusal} /> : <SchoolSearch words={words} />}
      {found ? <JoinableSchools {...found} words={words} /> : null}
    </Page>
  );
}

function SchoolSearch({ words }: { words: string }) {
  return (
    <Form method="get" role="search">
      <TextField
        name="q"
        label="Nom ou UAI de l’établissement"
        hint="Par exemple : Lycée de la Plaine, Rennes, ou 0350001A."
        type="search"
        required
        defaultValue={words}
      />
      <button className="fr-btn" type="submit">
        Rechercher
      </button>
    </Form>
  );
}
