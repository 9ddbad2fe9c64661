import { paths, type DoneCode } from "#app/paths.ts";
import { Link } from "@remix-run/react";
import { NameFields } from "../../auth/name-fields.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";
import { schoolTrail } from "../school-trail.ts";

interface NewPupilPageProps {
  group: { id: string; name: string };
  done: DoneCode<"newPupil"> | null;
  refusal: Refusal | undefined;
}

/** One pupil more in a class, entered by hand. */
export function NewPupilPage({ group, done, refusal }: NewPupilPageProps) {
  const errors = refusal?.errors ?? {};
  return (
    <Page narrow>
      <PageHeader
        title="Ajouter un élève"
        lead={`Classe ${group.name}`}
        trail={[...schoolTrail, { to: paths.school.classGroup(group.id), label: `Classe ${group.name}` }]}
      />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="newPupil" done={done} />}
      <SubmitForm mandatory="all">
        <NameFields refusal={refusal} ofSomeoneElse />
        <TextField
          name="birthDate"
          label="Date de naissance"
          hint="L’élève l’indiquera avec le code de sa carte. Exemple : 2/10/2011."
          type="date"
          width="medium"
          autoComplete="off"
          required
          defaultValue={textOf(refusal, "birthDate")}
          error={errors.birthDate?.[0]}
        />
        <SubmitButton>Ajouter l’élève</SubmitButton>
      </SubmitForm>
      <p className="page-more">
        <Link to={paths.school.classes()}>Les classes de seconde</Link>
      </p>
    </Page>
  );
}
