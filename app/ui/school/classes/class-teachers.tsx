import { Link } from "@remix-run/react";
import { CLASS_TEACHER_ROLES } from "#app/domain/accounts/actor.ts";
import type { ClassTeacher, SchoolTeacher } from "#app/domain/schools/classes/class-teacher.ts";
import { paths } from "#app/paths.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { SelectField } from "../../components/fields/select-field.tsx";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";
import { CLASS_TEACHER_LABELS } from "../../messages/school-classes.ts";

interface ClassTeachersProps {
  group: { id: string; name: string };
  assigned: readonly ClassTeacher[];
  /** Those of the school. */
  teachers: readonly SchoolTeacher[];
  /** Of this class's form. */
  refusal: Refusal | undefined;
}

/** Whom the class is entrusted to: they alone follow its pupils, beside the head and the office. */
export function ClassTeachers({ group: { id, name }, assigned, teachers, refusal }: ClassTeachersProps) {
  const errors = refusal?.errors;
  const isAsked = Boolean(errors?.personId ?? errors?.role);
  const idOf = (field: string) => (isAsked ? field : `${field}-${id}`);
  return (
    <Disclosure title={`Professeurs de la classe ${name} (${assigned.length})`} open={isAsked}>
      {assigned.length > 0 ? (
        <ul>
          {assigned.map((teacher) => (
            <AssignedTeacher key={`${teacher.personId} ${teacher.role}`} teacher={teacher} />
          ))}
        </ul>
      ) : (
        <p>Personne ne suit encore cette classe, à part la direction et le secrétariat.</p>
      )}
      {teachers.length > 0 ? (
        <SubmitForm mandatory="all">
          <HiddenIntent value="assign_teacher" />
          <HiddenField name="classGroupId" value={id} />
          <SelectField
            name="personId"
            id={idOf("personId")}
            label="Confier la classe à"
            emptyLabel="Choisissez"
            required
            options={teachers.map(({ personId, name: label }) => ({ value: personId, label }))}
            defaultValue={textOf(isAsked ? refusal : undefined, "personId")}
            error={errors?.personId?.[0]}
          />
          <SelectField
            name="role"
            id={idOf("role")}
            label="En tant que"
            required
            options={CLASS_TEACHER_ROLES.map((value) => ({ value, label: CLASS_TEACHER_LABELS[value] }))}
            defaultValue={textOf(isAsked ? refusal : undefined, "role", "form_teacher")}
            error={errors?.role?.[0]}
          />
          <SubmitButton variant="secondary">Confier la classe</SubmitButton>
        </SubmitForm>
      ) : (
        <p>Aucun professeur de l’établissement n’a encore de compte.</p>
      )}
      <p>
        <Link to={paths.school.team({ classe: id })}>
          Inviter un professeur<span className="fr-sr-only"> pour la classe {name}</span>
        </Link>
      </p>
    </Disclosure>
  );
}

function AssignedTeacher({ teacher: { classGroupId, personId, name, role } }: { teacher: ClassTeacher }) {
  const label = `${personId}-${role}`;
  return (
    <li>
      <SubmitForm>
        <HiddenIntent value="remove_teacher" />
        <HiddenField name="classGroupId" value={classGroupId} />
        <HiddenField name="personId" value={personId} />
        <HiddenField name="role" value={role} />
        <span id={label}>
          {name}, {CLASS_TEACHER_LABELS[role].toLowerCase()}
        </span>{" "}
        <SubmitButton variant="secondary" size="sm" describedBy={label}>
          Retirer la classe
        </SubmitButton>
      </SubmitForm>
    </li>
  );
}
