import { addDays, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import { pick } from "#app/kernel/random.ts";
import type { Transaction } from "#db/client.ts";
import { boardDeliberations, classGroups, classMembers, guardians, schools } from "#db/schema/index.ts";
import { affiliate, inventedName, seedAccount, seedPerson } from "./people.ts";

interface SchoolPlan {
  uai: string;
  name: string;
  addressLine: string;
  postcode: string;
  town: string;
  inseeCode: string;
  departmentCode: string;
  academyCode: string;
  latitude: number;
  longitude: number;
  priority?: boolean;
  staff: { teacher?: string; schoolHead?: string; schoolOffice?: string };
  /** The pupil with an account, and the class they sit in. */
  pupil: {
    email: string;
    birthDate: (year: number) => CalendarDate;
    className: string;
    guardian: { name: string; email: string; phone: string };
  };
}

const PLANS: readonly SchoolPlan[] = [
  {
    uai: "0359901A",
    name: "Lycée des Trois-Rivières",
    addressLine: "12 rue du Vieux-Canal",
    postcode: "35000",
    town: "Rennes",
    inseeCode: "35238",
    departmentCode: "35",
    academyCode: "14",
    latitude: 48.1159,
    longitude: -1.6884,
    staff: {
      teacher: "sophie.bernard@example.org",
      schoolHead: "nadia.leroy@example.org",
      schoolOffice: "paul.moreau@example.org",
    },
    pupil: {
      email: "ines.martin@example.org",
      birthDate: (year) => `${year - 16}-09-14`,
      className: "2de B",
      guardian: { name: "Hélène Martin", email: "helene.martin@example.org", phone: "06 39 98 10 01" },
    },
  },
  {
    uai: "0139902B",
    name: "Lycée du Grand-Large",
    addressLine: "8 boulevard des Calanques",
    postcode: "13008",
    town: "Marseille",
    inseeCode: "13208",
    departmentCode: "13",
    academyCode: "02",
    latitude: 43.2706,
    longitude: 5.3865,
    staff: {},
    pupil: {
      email: "karim.benali@example.org",
      birthDate: (year) => `${year - 16}-11-02`,
      className: "2de A",
      guardian: { name: "Nadia Benali", email: "nadia.benali@example.org", phone: "06 39 98 10 02" },
    },
  },
  {
    uai: "0939903C",
    name: "Lycée de la Plaine",
    addressLine: "45 rue de la République",
    postcode: "93200",
    town: "Saint-Denis",
    inseeCode: "93066",
    departmentCode: "93",
    academyCode: "24",
    latitude: 48.9342,
    longitude: 2.3587,
    priority: true,
    staff: {},
    pupil: {
      email: "lea.rousseau@example.org",
      birthDate: (year) => `${year - 15}-02-21`,
      className: "2de C",
      guardian: { name: "Sylvie Rousseau", email: "sylvie.rousseau@example.org", phone: "06 39 98 10 03" },
    },
  },
];

const CLASSES = ["2de A", "2de B", "2de C", "2de D"] as const;
const CLASS_SIZE = 14;

export interface SeededSchools {
  /** Pupil persona by address. */
  personas: Record<string, string>;
  /** Other pupils, by school, in a stable order. */
  pupils: Record<string, string[]>;
  teachers: Record<string, string>;
}

interface SeedInput {
  random: () => number;
  today: CalendarDate;
  schoolYear: string;
  now: Date;
}

/** Three lycées with their staff, classes, pupils and representatives. */
export async function seedSchools(tx: Transaction, input: SeedInput): Promise<SeededSchools> {
  const seeded: SeededSchools = { personas: {}, pupils: {}, teachers: {} };
  for (const [index, plan] of PLANS.entries()) await seedSchool(tx, plan, index, input, seeded);
  return seeded;
}

async function seedSchool(
  tx: Transaction,
  plan: SchoolPlan,
  index: number,
  input: SeedInput,
  seeded: SeededSchools,
): Promise<void> {
  const { staff, pupil, priority = false, ...identity } = plan;
  await tx.insert(schools).values({
    ...identity,
    kind: "Lycée général et technologique",
    isPublic: true,
    underContract: true,
    hasSeconde: true,
    status: "open",
    email: `secretariat.${plan.uai.toLowerCase()}@example.org`,
    phone: `01 99 00 10 0${index + 1}`,
    priorityEducation: priority,
    priorityDistrict: priority,
    secondeEnrolment: CLASSES.length * CLASS_SIZE,
    enrolmentSource: "démonstration",
  });
  await tx
    .insert(boardDeliberations)
    .values({ schoolUai: plan.uai, schoolYear: input.schoolYear, deliberatedOn: addDays(input.today, -45) });
  const since = addDays(input.today, -80);
  const teacherId = await seedStaff(tx, plan, index, since, input.now);
  seeded.teachers[plan.uai] = teacherId;
  seeded.pupils[plan.uai] = [];
  for (const [classIndex, name] of CLASSES.entries()) {
    const classGroupId = newId();
    await tx.insert(classGroups).values({
      id: classGroupId,
      schoolUai: plan.uai,
      schoolYear: input.schoolYear,
      name,
      headCount: CLASS_SIZE + (name === pupil.className ? 1 : 0),
    });
    const joined = { classGroupId, joinedAt: input.now };
    if (name === pupil.className) {
      await tx.insert(classMembers).values([
        { ...joined, personId: teacherId, role: "form_teacher" },
        { ...joined, personId: teacherId, role: "referent_teacher" },
      ]);
      seeded.personas[pupil.email] = await seedPersona(tx, plan, joined, since, input);
    } else {
      await tx.insert(classMembers).values({
        ...joined,
        personId: await seedTeacher(tx, plan.uai, index * 10 + classIndex, since, input.now),
        role: "form_teacher",
      });
    }
    for (let seat = 0; seat < CLASS_SIZE; seat += 1) {
      const number = (index * CLASSES.length + classIndex) * CLASS_SIZE + seat;
      seeded.pupils[plan.uai]?.push(await seedClassmate(tx, plan.uai, joined, number, since, input));
    }
  }
}

async function seedStaff(
  tx: Transaction,
  plan: SchoolPlan,
  index: number,
  since: CalendarDate,
  now: Date,
): Promise<string> {
  const roles = ["schoolHead", "schoolOffice"] as const;
  for (const [offset, role] of roles.entries()) {
    const email = plan.staff[role];
    const personId = email
      ? await seedAccount(tx, email, {}, now)
      : await seedPerson(
          tx,
          {
            ...inventedName(1300 + index * 2 + offset),
            email: `${role.toLowerCase()}.${plan.uai.toLowerCase()}@example.org`,
          },
          now,
        );
    await affiliate(tx, personId, role, { schoolUai: plan.uai }, since);
  }
  if (!plan.staff.teacher) return seedTeacher(tx, plan.uai, 90 + index, since, now);
  const teacherId = await seedAccount(tx, plan.staff.teacher, {}, now);
  await affiliate(tx, teacherId, "teacher", { schoolUai: plan.uai }, since);
  return teacherId;
}

async function seedTeacher(
  tx: Transaction,
  schoolUai: string,
  number: number,
  since: CalendarDate,
  now: Date,
): Promise<string> {
  const personId = await seedPerson(
    tx,
    { ...inventedName(1100 + number), email: `enseignant.${number}.${schoolUai.toLowerCase()}@example.org` },
    now,
  );
  await affiliate(tx, personId, "teacher", { schoolUai }, since);
  return personId;
}

type Joined = { classGroupId: string; joinedAt: Date };

async function seedPersona(
  tx: Transaction,
  plan: SchoolPlan,
  joined: Joined,
  since: CalendarDate,
  input: SeedInput,
): Promise<string> {
  const { pupil, uai } = plan;
  const year = Number(input.schoolYear.slice(5));
  const personId = await seedAccount(tx, pupil.email, { birthDate: pupil.birthDate(year) }, input.now);
  await affiliate(tx, personId, "pupil", { schoolUai: uai }, since);
  await tx.insert(classMembers).values({ ...joined, personId, role: "pupil" });
  await tx.insert(guardians).values({ pupilId: personId, ...pupil.guardian });
  return personId;
}

async function seedClassmate(
  tx: Transaction,
  schoolUai: string,
  joined: Joined,
  number: number,
  since: CalendarDate,
  input: SeedInput,
): Promise<string> {
  const name = inventedName(number);
  const year = Number(input.schoolYear.slice(5));
  const month = String(1 + Math.floor(input.random() * 12)).padStart(2, "0");
  const birthDate = `${year - 16}-${month}-${pick(input.random, ["03", "11", "19", "27"])}`;
  const personId = await seedPerson(
    tx,
    { ...name, email: `eleve.${number}@example.org`, birthDate },
    input.now,
  );
  await affiliate(tx, personId, "pupil", { schoolUai }, since);
  await tx.insert(classMembers).values({ ...joined, personId, role: "pupil" });
  const parent = inventedName(number + 400);
  await tx.insert(guardians).values({
    pupilId: personId,
    name: `${parent.firstName} ${name.lastName}`,
    email: `parent.${number}@example.org`,
    phone: `06 39 98 ${String(20 + Math.floor(number / 100)).padStart(2, "0")} ${String(number % 100).padStart(2, "0")}`,
  });
  return personId;
}
