import type { ReactNode } from "react";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../../components/button-link.tsx";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../../../components/form.tsx";
import { Page, PageHeader } from "../../../components/page-header.tsx";
import { RefusalNotice } from "../../../components/refusal-notice.tsx";
import type { Refusal } from "../../../forms/refusal.ts";
import { schoolTrail } from "../../school-trail.ts";

export interface LogFormProps {
  title: string;
  pupil: { id: string; firstName: string; lastName: string };
  /** Of the one that is written again. */
  entryId: string | null;
  refusal: Refusal | undefined;
  mandatory: "one" | "unmarked";
  children: ReactNode;
}

/** What the team writes about a pupil, and who reads it. */
export function LogForm({ title, pupil, entryId, refusal, mandatory, children }: LogFormProps) {
  const back = paths.school.pupil(pupil.id);
  const name = `${pupil.lastName} ${pupil.firstName}`;
  return (
    <Page narrow>
      <PageHeader title={title} lead={name} trail={[...schoolTrail, { to: back, label: name }]} />
      <RefusalNotice refusal={refusal} />
      <p>
        Les collègues qui suivent l’élève lisent ce que vous écrivez. L’élève et sa famille ne le voient pas
        ici, mais peuvent le demander&nbsp;: écrivez comme s’ils vous lisaient.
      </p>
      <SubmitForm mandatory={mandatory}>
        <HiddenIntent value="save" />
        {entryId ? <HiddenField name="entryId" value={entryId} /> : null}
        {children}
        <ButtonRow>
          <SubmitButton>Enregistrer</SubmitButton>
          <ButtonLink variant="secondary" to={back}>
            Revenir à l’élève
          </ButtonLink>
        </ButtonRow>
      </SubmitForm>
    </Page>
  );
}
