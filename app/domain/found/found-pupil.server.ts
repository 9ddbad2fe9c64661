import { hasRole, schoolsOf, type Actor } from "#app/domain/accounts/actor.ts";
import type { Queryable } from "#db/client.ts";
import { findClassOf } from "#app/domain/schools/classes/find-class.server.ts";
import { findSitting } from "#app/domain/agreements/find-sitting.server.ts";

export interface FoundPupil {
  id: string;
  classGroupId: string;
  as: "pupil" | "teacher" | "schoolOffice" | "schoolHead";
}

/** The pupil for whom this person may say that an internship was found: themselves, or one of a class that they follow. */
export async function findFoundPupil(
  db: Queryable,
  actor: Actor,
  pupilId: string,
  schoolYear: string,
): Promise<FoundPupil | null> {
  if (hasRole(actor, "pupil") && actor.personId === pupilId) {
    const classGroupId = await findClassOf(db, pupilId, schoolYear);
    return classGroupId === null ? null : { id: pupilId, classGroupId, as: "pupil" };
  }
  const sitting = await findSitting(db, actor, pupilId, schoolYear);
  return (
    sitting && { id: pupilId, classGroupId: sitting.classGroupId, as: capacityAt(actor, sitting.schoolUai) }
  );
}

function capacityAt(actor: Actor, uai: string): FoundPupil["as"] {
  if (schoolsOf(actor, "schoolHead").includes(uai)) return "schoolHead";
  return schoolsOf(actor, "schoolOffice").includes(uai) ? "schoolOffice" : "teacher";
}
