import type { Database } from "#db/client.ts";
import { agreementStory } from "#tests/domain/agreements/agreement-story.ts";

/** A school whose pupil is placed at one host for both weeks. */
export async function memoryStory(db: Database) {
  const story = await agreementStory(db);
  const agreementId = await story.place(story.pupil.id, story.offer.id);
  const teacher = await story.make.as(story.teacher.id);
  const head = await story.make.as(story.head.id);
  const elsewhere = await story.make.school();
  const stranger = await story.make.as((await story.make.staff("schoolHead", elsewhere.uai)).id);
  const host = { siret: story.organisation.siret, schoolUai: story.school.uai };
  return { ...story, agreementId, teacherContext: teacher, headContext: head, stranger, host };
}
