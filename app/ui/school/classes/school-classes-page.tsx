import { Link } from "@remix-run/react";
import type { SchoolClass, SchoolClasses } from "#app/domain/schools/classes/school-class.ts";
import { plural } from "#app/kernel/text.ts";
import type { ClassTeacher, SchoolTeacher } from "#app/domain/schools/classes/class-teacher.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { HiddenField, HiddenIntent, SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { textOf, type Refusal } from "../../forms/refusal.ts";
import { enteredText } from "../../messages/school-classes.ts";
import { ClassTeachers } from "./class-teachers.tsx";
import { schoolTrail } from "../school-trail.ts";

interface SchoolClassesPageProps {
  schoolYear: string | null;
  schools: readonly SchoolClasses[];
  assigned: readonly ClassTeacher[];
  teachers: readonly SchoolTeacher[];
  done: DoneCode<"classes"> | null;
  refusal: Refusal | undefined;
}

/** The classes of this year, their head-counts, and the way to open one. */
export function SchoolClassesPage(props: SchoolClassesPageProps) {
  const { schoolYear, schools, assigned, teachers, done, refusal } = props;
  return (
    <Page narrow>
      <PageHeader
        title="Les classes de seconde"
        trail={schoolTrail}
        lead={schoolYear ? `Année scolaire ${schoolYear}` : undefined}
      />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="classes" done={done} />}
      {schoolYear ? null : (
        <EmptyState title="Les dates du prochain stage ne sont pas encore fixées">
          <p>Vous pourrez ajouter vos classes dès qu’elles le seront.</p>
        </EmptyState>
      )}
      {schools.map((school) => (
        <section key={school.uai}>
          <h2>{school.name}</h2>
          {school.classes.length > 0 ? (
            <ul className="class-list">
              {school.classes.map((group) => (
                <ClassItem
                  key={group.id}
                  group={group}
                  assigned={assigned.filter(({ classGroupId }) => classGroupId === group.id)}
                  teachers={teachers.filter(({ uai }) => uai === school.uai)}
                  refusal={refusal}
                />
              ))}
            </ul>
          ) : (
            <p>Aucune classe cette année.</p>
          )}
          <h3>Ajouter une classe</h3>
          <NewClassForm uai={school.uai} refusal={refusal} />
        </section>
      ))}
    </Page>
  );
}

interface ClassItemProps extends Pick<SchoolClassesPageProps, "assigned" | "teachers" | "refusal"> {
  group: SchoolClass;
}

function ClassItem({ group, assigned, teachers, refusal }: ClassItemProps) {
  const { id, name, headCount, pupils, activated } = group;
  const ofClass = textOf(refusal, "classGroupId") === id ? refusal : undefined;
  const isMine = Boolean(ofClass?.errors.headCount);
  return (
    <li className="class-list__one">
      <h3 className="class-list__name">
        <Link to={paths.school.classGroup(id)}>{name}</Link>
      </h3>
      <p>
        {enteredText({ expected: headCount, pupils })},{" "}
        {plural(activated, "compte activé", "comptes activés")}
      </p>
      <p>
        <Link to={paths.school.newPupil(id)}>
          Ajouter un élève<span className="fr-sr-only"> en {name}</span>
        </Link>
      </p>
      <ClassTeachers group={group} assigned={assigned} teachers={teachers} refusal={ofClass} />
      <Disclosure title={`Effectif de la classe ${name}`} open={isMine}>
        <SubmitForm mandatory="one">
          <HiddenIntent value="head_count" />
          <HiddenField name="classGroupId" value={id} />
          <HeadCountField
            id={isMine ? "headCount" : `headCount-${id}`}
            before={headCount === null ? "" : String(headCount)}
            refusal={isMine ? ofClass : undefined}
          />
          <SubmitButton variant="secondary">Enregistrer</SubmitButton>
        </SubmitForm>
      </Disclosure>
    </li>
  );
}

function NewClassForm({ uai, refusal }: { uai: string; refusal: Refusal | undefined }) {
  const mine = textOf(refusal, "uai") === uai ? refusal : undefined;
  return (
    <SubmitForm mandatory="all">
      <HiddenIntent value="create" />
      <HiddenField name="uai" value={uai} />
      <TextField
        name="name"
        id={mine ? "name" : `name-${uai}`}
        label="Nom de la classe"
        hint="Comme dans l’établissement, par exemple : 2de 4."
        required
        defaultValue={textOf(mine, "name")}
        error={mine?.errors.name?.[0]}
      />
      <HeadCountField id={mine ? "headCount" : `headCount-${uai}`} before="" refusal={mine} />
      <SubmitButton>Ajouter la classe</SubmitButton>
    </SubmitForm>
  );
}

interface HeadCountFieldProps {
  id: string;
  before: string;
  refusal: Refusal | undefined;
}

function HeadCountField({ id, before, refusal }: HeadCountFieldProps) {
  return (
    <TextField
      name="headCount"
      id={id}
      label="Nombre d’élèves attendus"
      inputMode="numeric"
      width="short"
      required
      defaultValue={textOf(refusal, "headCount", before)}
      error={refusal?.errors.headCount?.[0]}
    />
  );
}
