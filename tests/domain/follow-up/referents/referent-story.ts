import { entrustPupil } from "#app/domain/follow-up/referents/entrust-pupil.server.ts";
import { listReferents } from "#app/domain/follow-up/referents/referents.queries.server.ts";
import type { Database } from "#db/client.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";

export const refused = { ok: false, error: { code: "not_found" } };

/** A colleague of the school who teaches another class, and a classmate whom they must not see. */
export async function referentStory(db: Database) {
  const story = await agreementStory(db);
  const { make, school, classGroup, teacher, pupil } = story;
  const elsewhere = await make.classGroup(school.uai, "2de Z");
  const colleague = await make.staff("teacher", school.uai, elsewhere.id);
  const classmate = await make.pupil({ schoolUai: school.uai, classGroupId: classGroup.id });
  const pupilId = pupil.id;

  async function entrust(by = teacher.id, personId = colleague.id, reason = "") {
    return entrustPupil(await make.as(by), { pupilId, personId, reason });
  }
  /** Entrusts the pupil to the colleague. */
  async function entrusted(): Promise<string> {
    valueOf(await entrust());
    const [referent] = await listReferents(db, (await make.as(teacher.id)).actor, pupilId);
    if (!referent) throw new Error("Nobody is entrusted with the pupil");
    return referent.id;
  }
  return { ...story, pupilId, colleague, classmate, entrust, entrusted };
}
