import type { ClassTeacherRole } from "../../accounts/actor.ts";
import { groupBy } from "#app/kernel/group-by.ts";
import { normaliseText } from "#app/kernel/text.ts";
import { classKey } from "../pupils/read-pupils.ts";
import type { RosterGuardian } from "../pupils/roster-pupil.ts";
import { fullName, matchPupils, repeatedKeys, type FilePupil } from "./match-pupils.ts";
import { findTeacher } from "./find-teacher.ts";
import type {
  ChangeKind,
  GuardianChange,
  KnownGuardian,
  KnownPupil,
  KnownSchool,
  NewGuardian,
  PlannedPupil,
  PlannedTeacher,
  RosterPlan,
} from "./roster-plan.ts";

/** As many as a class may expect. */
const LARGEST_CLASS = 60;

/** What writing a file would change in a school: nothing at all the second time. Pure, so that what is shown is what is done. */
export function planRoster(file: readonly FilePupil[], school: KnownSchool): RosterPlan {
  const matches = matchPupils(file, school.pupils);
  const classes = new Map(school.classes.map((one) => [classKey(one.name), one]));
  const repeated = repeatedKeys(file);
  const elsewhereLines: number[] = [];
  const pupils: PlannedPupil[] = [];
  for (const pupil of file) {
    const known = matches.get(pupil) ?? null;
    const other = known || pupil.numberHash === null ? undefined : school.elsewhere.get(pupil.numberHash);
    if (known?.standing === "elsewhere" || other?.free === false) elsewhereLines.push(pupil.line);
    else {
      const personId = known?.personId ?? other?.personId ?? null;
      pupils.push(
        planPupil(pupil, { known, personId, classes, hasOwnKey: !repeated.has(pupil.keyHash ?? "") }),
      );
    }
  }
  const told = new Set(file.map(({ className }) => classKey(className)).filter(Boolean));
  const names = new Map(school.classes.map(({ id, name }) => [id, name]));
  const matched = new Set([...matches.values()].map(({ personId }) => personId));
  const counts = groupBy(pupils, ({ className }) => classKey(className));
  return {
    pupils,
    gone: school.pupils.flatMap(({ personId, firstName, lastName, classGroupId, standing }) => {
      const className = names.get(classGroupId ?? "");
      if (
        standing !== "here" ||
        matched.has(personId) ||
        className === undefined ||
        !told.has(classKey(className))
      )
        return [];
      return [{ personId, name: `${lastName} ${firstName}`, className }];
    }),
    silentClasses: school.classes.filter(({ name }) => !told.has(classKey(name))).map(({ name }) => name),
    newClasses: [...counts].flatMap(([key, group]) => {
      const name = group[0]?.className;
      return name && !classes.has(key) ? [{ name, pupils: group.length }] : [];
    }),
    ...planHeadCounts(school, counts),
    elsewhereLines,
    ...planTeachers(file, school, classes),
  };
}

interface Whom {
  known: KnownPupil | null;
  personId: string | null;
  classes: ReadonlyMap<string, { id: string; name: string }>;
  hasOwnKey: boolean;
}

function planPupil(pupil: FilePupil, { known, personId, classes, hasOwnKey }: Whom): PlannedPupil {
  const { line, lastName, firstName, birthDate, className, keyHash, numberHash } = pupil;
  const isNew = known?.standing !== "here";
  const target = className === null ? null : classes.get(classKey(className));
  const changes: ChangeKind[] = [];
  if (known && fullName(known) !== fullName(pupil)) changes.push("name");
  if (known && known.birthDate !== birthDate) changes.push("birth_date");
  const { newGuardians, guardianChanges } = planGuardians(pupil.guardians, known?.guardians ?? []);
  if (known && newGuardians.length > 0) changes.push("guardian_added");
  if (guardianChanges.length > 0) changes.push("guardian_contact");
  if (known && numberHash !== null && known.numberHash === null) changes.push("number");
  return {
    line,
    personId,
    isNew,
    lastName,
    firstName,
    birthDate,
    className: target?.name ?? className,
    fromClassId: known?.classGroupId ?? null,
    fromClassName: [...classes.values()].find(({ id }) => id === known?.classGroupId)?.name ?? null,
    isMoved: !isNew && className !== null && target?.id !== known?.classGroupId,
    changes,
    newGuardians,
    guardianChanges,
    keyHash: hasOwnKey && keyHash !== known?.keyHash ? keyHash : null,
    numberHash: known?.numberHash ? null : numberHash,
  };
}

/** What a file does not say of a guardian stays as it is, and so does a guardian whom it does not name. */
function planGuardians(
  told: readonly RosterGuardian[],
  known: readonly KnownGuardian[],
): { newGuardians: NewGuardian[]; guardianChanges: GuardianChange[] } {
  const byName = new Map(known.map((one) => [guardianKey(one.name), one]));
  const newGuardians: NewGuardian[] = [];
  const guardianChanges: GuardianChange[] = [];
  for (const { name, email, phone } of told) {
    const before = byName.get(guardianKey(name));
    if (!before) newGuardians.push({ name, email, phone });
    else if (differs(email, before.email) || differs(phone, before.phone))
      guardianChanges.push({ id: before.id, email: email ?? before.email, phone: phone ?? before.phone });
  }
  return { newGuardians, guardianChanges };
}

/** "Hélène Martin" and "MARTIN Hélène" are one person. */
function guardianKey(name: string): string {
  return normaliseText(name).split(" ").sort().join(" ");
}

function differs(told: string | null, before: string | null): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\s/g, "");
  return told !== null && plain(told) !== plain(before ?? "");
}

function planHeadCounts(
  { classes }: KnownSchool,
  counts: ReadonlyMap<string, readonly PlannedPupil[]>,
): Pick<RosterPlan, "raisedHeadCounts" | "lowHeadCounts"> {
  const told = classes.flatMap(({ id, name, headCount }) => {
    const pupils = counts.get(classKey(name))?.length ?? 0;
    return headCount === null || pupils === 0 ? [] : [{ id, name, headCount, pupils }];
  });
  return {
    raisedHeadCounts: told
      .filter(({ headCount, pupils }) => pupils > headCount && pupils <= LARGEST_CLASS)
      .map(({ id, name, headCount, pupils }) => ({ classGroupId: id, name, from: headCount, to: pupils })),
    lowHeadCounts: told
      .filter(({ headCount, pupils }) => pupils < headCount)
      .map(({ name, headCount, pupils }) => ({ name, expected: headCount, pupils })),
  };
}

function planTeachers(
  file: readonly FilePupil[],
  { teachers, following }: KnownSchool,
  classes: ReadonlyMap<string, { id: string; name: string }>,
): Pick<RosterPlan, "teachers" | "unknownTeacherLines"> {
  const planned = new Map<string, PlannedTeacher>();
  const unknown = new Map<string, { line: number; role: ClassTeacherRole }>();
  for (const { line, className, formTeacher, referentTeacher } of file)
    for (const [role, written] of [
      ["form_teacher", formTeacher],
      ["referent_teacher", referentTeacher],
    ] as const) {
      if (className === null || written === null) continue;
      const teacher = findTeacher(written, teachers);
      const group = classes.get(classKey(className));
      const key = `${classKey(className)} ${normaliseText(written)} ${role}`;
      if (!teacher) {
        if (!unknown.has(key)) unknown.set(key, { line, role });
      } else if (!group || !following.has(`${group.id} ${teacher.personId} ${role}`))
        planned.set(key, { className: group?.name ?? className, personId: teacher.personId, role });
    }
  return { teachers: [...planned.values()], unknownTeacherLines: [...unknown.values()] };
}
