import type { SchoolImageKind, SchoolProfile } from "#app/domain/schools/profile/school-profile.ts";
import { paths } from "#app/paths.ts";
import { HiddenIntent, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { fieldErrors, type Refusal } from "../../forms/refusal.ts";
import { IMAGE_TITLES } from "../../messages/schools/school-profile.ts";
import { schoolTrail } from "../school-trail.ts";
import { SchoolImage } from "./school-profile-page.tsx";

interface SchoolImagePageProps {
  kind: SchoolImageKind;
  uai: string;
  schoolName: string;
  image: SchoolProfile["images"][number] | null;
  refusal: Refusal | undefined;
}

/** One picture of the school: sent, seen, replaced or taken away. */
export function SchoolImagePage({ kind, uai, schoolName, image, refusal }: SchoolImagePageProps) {
  const profile = { to: paths.school.profile({ etablissement: uai }), label: "La fiche de l’établissement" };
  return (
    <Page narrow>
      <PageHeader title={IMAGE_TITLES[kind]} lead={schoolName} trail={[...schoolTrail, profile]} />
      <RefusalNotice refusal={refusal} />
      {image ? <SchoolImage uai={uai} image={image} /> : null}
      <SubmitForm encType="multipart/form-data" mandatory="one">
        <TextField
          name="image"
          label="Fichier"
          hint="Une image PNG, de 300 Ko et de 1 600 points de côté au plus."
          type="file"
          accept=".png,image/png"
          required
          error={fieldErrors(refusal).image?.[0]}
        />
        <SubmitButton>Enregistrer l’image</SubmitButton>
      </SubmitForm>
      {image ? (
        <SubmitForm>
          <HiddenIntent value="remove" />
          <SubmitButton variant="secondary">Retirer l’image</SubmitButton>
        </SubmitForm>
      ) : null}
    </Page>
  );
}
