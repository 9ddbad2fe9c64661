import { PROFILE_LENGTHS, type SchoolProfile } from "#app/domain/schools/profile/school-profile.ts";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { TextAreaField } from "../../components/fields/text-area-field.tsx";
import { TextField, type TextFieldProps } from "../../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";

interface SchoolProfileFormProps {
  profile: SchoolProfile;
  refusal: Refusal | undefined;
}

/** The lines of the profile, in one form. */
export function SchoolProfileForm({ profile, refusal }: SchoolProfileFormProps) {
  const { lines, directory } = profile;
  const known = (what: string | null) => (what ? ` L’annuaire indique ${what}.` : "");
  const field = (name: keyof typeof lines | "deliberatedOn", before: string | null) => ({
    name,
    defaultValue: textOf(refusal, name, before ?? ""),
    error: refusal?.errors[name]?.[0],
  });
  const line = (name: keyof typeof lines, props: Omit<TextFieldProps, "name" | "optional">) => (
    <TextField {...field(name, lines[name])} {...props} optional autoComplete="off" />
  );
  return (
    <SubmitForm mandatory="unmarked">
      <h2>Joindre l’établissement</h2>
      {line("phone", {
        label: "Téléphone",
        type: "tel",
        width: "medium",
        hint: `Vide : celui de l’annuaire.${known(directory.phone)}`,
      })}
      {line("email", {
        label: "Adresse électronique",
        type: "email",
        hint: `Vide : celle de l’annuaire.${known(directory.email)}`,
      })}
      {line("weekContact", {
        label: "Qui appeler pendant les stages",
        hint: "Une fonction plutôt qu’un nom, par exemple : vie scolaire.",
      })}
      {line("weekPhone", {
        label: "Téléphone pendant les stages",
        type: "tel",
        width: "medium",
        hint: "Donné à l’élève et à la structure d’accueil pour prévenir d’une absence ou d’un accident.",
      })}
      {line("meetingPlace", {
        label: "Lieu de rendez-vous",
        hint: "Où se présenter dans l’établissement. Exemple : accueil, bâtiment A.",
      })}
      <h2>Dire aux structures d’accueil</h2>
      <TextAreaField
        {...field("announcement", lines.announcement)}
        label="Message aux structures"
        hint="Une nouvelle du moment, sur leurs pages et dans l’e-mail qui confirme un stage."
        rows={3}
        maxLength={PROFILE_LENGTHS.announcement}
        spellCheck
        optional
      />
      <TextAreaField
        {...field("instructions", lines.instructions)}
        label="Consignes aux structures"
        hint="Ce que vous demandez à chacune : sur la convention, sur leurs pages et dans le même e-mail. Ne nommez aucun élève."
        rows={5}
        maxLength={PROFILE_LENGTHS.instructions}
        spellCheck
        optional
      />
      {profile.schoolYear ? (
        <>
          <h2>Délibération</h2>
          <TextField
            {...field("deliberatedOn", profile.deliberatedOn)}
            label="Date de la délibération du conseil d’administration"
            hint={`Le vote de la convention type pour ${profile.schoolYear}. Exemple : 12/10/2026.`}
            type="date"
            width="medium"
            autoComplete="off"
            optional
          />
        </>
      ) : null}
      <SubmitButton>Enregistrer la fiche</SubmitButton>
    </SubmitForm>
  );
}
