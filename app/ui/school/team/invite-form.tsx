import { CLASS_TEACHER_ROLES, STAFF_ROLES } from "#app/domain/accounts/actor.ts";
import type { SchoolClass } from "#app/domain/schools/classes/school-class.ts";
import { CheckboxGroup } from "../../components/fields/choice-group.tsx";
import { SelectField } from "../../components/fields/select-field.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { textOf, textsOf, type Refusal } from "../../forms/refusal.ts";
import { STAFF_LABELS } from "../../messages/accounts/school-team.ts";
import { CLASS_TEACHER_LABELS } from "../../messages/school-classes.ts";

interface InviteFormProps {
  uai: string;
  classes: readonly Pick<SchoolClass, "id" | "name">[];
  /** The class from whose page one comes. */
  classGroupId: string | null;
  refusal: Refusal | undefined;
}

/** Someone of the school is invited by their address; a teacher may be entrusted with classes at once. */
export function InviteForm({ uai, classes, classGroupId, refusal }: InviteFormProps) {
  const isMine = textOf(refusal, "uai") === uai && textOf(refusal, "formerId") === "";
  const mine = isMine ? refusal : undefined;
  const errors = mine?.errors ?? {};
  const idOf = (field: string) => (isMine || !refusal ? field : `${field}-${uai}`);
  const fromClass = classes.some(({ id }) => id === classGroupId) ? classGroupId : null;
  return (
    <SubmitForm mandatory={classes.length > 0 ? "unmarked" : "all"}>
      <HiddenIntent value="invite" />
      <HiddenField name="uai" value={uai} />
      <TextField
        name="email"
        id={idOf("email")}
        label="Adresse électronique"
        type="email"
        autoComplete="off"
        required
        defaultValue={textOf(mine, "email")}
        error={errors.email?.[0]}
      />
      <SelectField
        name="role"
        id={idOf("role")}
        label="Fonction"
        emptyLabel="Choisir"
        options={STAFF_ROLES.map((value) => ({ value, label: STAFF_LABELS[value] }))}
        defaultValue={textOf(mine, "role", fromClass ? "teacher" : "")}
        required
        error={errors.role?.[0]}
      />
      {classes.length > 0 ? (
        <>
          <CheckboxGroup
            name="classGroupIds"
            id={idOf("classGroupIds")}
            label="Classes à confier"
            optional
            hint="Pour l’équipe enseignante. La personne suivra ces classes dès qu’elle aura ouvert son invitation."
            inline
            options={classes.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={mine ? textsOf(mine, "classGroupIds") : fromClass ? [fromClass] : []}
            error={errors.classGroupIds?.[0]}
          />
          <SelectField
            name="classRole"
            id={idOf("classRole")}
            label="Pour ces classes, en tant que"
            required
            options={CLASS_TEACHER_ROLES.map((value) => ({ value, label: CLASS_TEACHER_LABELS[value] }))}
            defaultValue={textOf(mine, "classRole", "form_teacher")}
            error={errors.classRole?.[0]}
          />
        </>
      ) : null}
      <SubmitButton>Envoyer l’invitation</SubmitButton>
    </SubmitForm>
  );
}
