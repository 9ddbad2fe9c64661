import type { ClassTeacherRole } from "#app/domain/accounts/actor.ts";
import type { AddPupilFailure, CreateClassFailure } from "#app/domain/schools/schools.failures.ts";
import type { FailureBut } from "#app/kernel/result.ts";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { plural } from "#app/kernel/text.ts";

export const CLASS_REFUSALS: Record<FailureBut<CreateClassFailure, "not_found">["code"], string> = {
  no_campaign: "Les dates du prochain stage ne sont pas encore fixées : revenez quand elles le seront.",
  name_taken: "Une classe porte déjà ce nom cette année. Choisissez-en un autre.",
};

export const ADD_PUPIL_REFUSALS: Record<FailureBut<AddPupilFailure, "not_found">["code"], string> = {
  already_there:
    "Un élève de ce nom, né ce jour-là, est déjà dans une classe de l’établissement cette année.",
};

export const CLASS_TEACHER_LABELS: Record<ClassTeacherRole, string> = {
  form_teacher: "Professeur principal",
  referent_teacher: "Professeur référent",
};

interface Counts {
  /** Null where the school has not said. */
  expected: number | null;
  pupils: number;
  activated: number;
}

/** "28 élèves attendus, 25 comptes activés"; those entered stand for those expected where the school has not said. */
export function headCountText({ expected, pupils, activated }: Counts): string {
  const accounts = plural(activated, "compte activé", "comptes activés");
  if (expected === null) return `${plural(pupils, "élève")}, ${accounts}`;
  return `${plural(expected, "élève attendu", "élèves attendus")}, ${accounts}`;
}

/** "26 inscrits sur 28", to whoever enters them. */
export function enteredText({ expected, pupils }: Omit<Counts, "activated">): string {
  if (expected === null) return plural(pupils, "élève inscrit", "élèves inscrits");
  return `${plural(pupils, "élève inscrit", "élèves inscrits")} sur ${frenchNumber(expected)}`;
}
