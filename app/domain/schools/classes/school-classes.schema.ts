import { z } from "zod";
import { ageOn, parisDate } from "#app/kernel/calendar-date.ts";
import { typedDay } from "#app/kernel/typed-day.ts";
import { typedIdentifier, typedLine } from "#app/kernel/typed-text.ts";
import { CLASS_TEACHER_ROLES } from "../../accounts/actor.ts";

const HEAD_COUNT = "Indiquez un nombre d’élèves, de 1 à 60.";
const headCount = typedIdentifier({ error: HEAD_COUNT })
  .regex(/^([1-9]|[1-5]\d|60)$/, HEAD_COUNT)
  .transform(Number);

export const createClassSchema = z.object({
  uai: typedIdentifier(),
  name: typedLine({ error: "Indiquez le nom de la classe, par exemple 2de 4." })
    .min(1, "Indiquez le nom de la classe, par exemple 2de 4.")
    .max(30, "Gardez 30 caractères au plus."),
  headCount,
});

export const headCountSchema = z.object({ classGroupId: z.guid(), headCount });

export const classTeacherSchema = z.object({
  classGroupId: z.guid(),
  personId: z.guid({ error: "Choisissez un professeur de l’établissement." }),
  role: z.enum(CLASS_TEACHER_ROLES, { error: "Choisissez ce que cette personne est pour la classe." }),
});

const nameOf = (missing: string) =>
  typedLine({ error: missing }).min(1, missing).max(100, "Gardez 100 caractères au plus.");

export const typedBirthDate = typedDay("Indiquez la date de naissance.");

/** Wide enough for any pupil of seconde: a mistyped year is told, nobody is left out. */
const AGES = { youngest: 12, oldest: 20 };

export function addPupilSchema(now: Date) {
  return z.object({
    firstName: nameOf("Indiquez le prénom."),
    lastName: nameOf("Indiquez le nom."),
    birthDate: typedBirthDate.refine((date) => {
      const age = ageOn(date, parisDate(now));
      return age >= AGES.youngest && age <= AGES.oldest;
    }, "Vérifiez l’année : cette date n’est pas celle d’un élève de seconde."),
  });
}
