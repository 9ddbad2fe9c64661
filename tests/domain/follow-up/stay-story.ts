import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { outboxEvents, presenceReports } from "#db/schema/index.ts";
import { agreementStory } from "#tests/domain/agreements/agreement-story.ts";

/** A pupil placed at one host for both weeks, Thursday 17 to Monday 28 June 2027, and the first morning of it. */
export async function stayStory(db: Database) {
  const story = await agreementStory(db);
  const agreementId = await story.place(story.pupil.id, story.offer.id);
  story.clock.set("2027-06-17T08:00:00Z");
  const teacher = await story.make.as(story.teacher.id);
  const { clock } = story;
  const bySchool = { db, clock, reporter: { side: "school" as const, actor: teacher.actor } };
  const byHost = (linkVersion = 1) => ({ db, clock, reporter: { side: "host" as const, linkVersion } });

  /** What was told to others of this stay, in the order in which it was. */
  async function told(type: `${string}.${string}`, about = agreementId): Promise<number> {
    const rows = await db
      .select({ id: outboxEvents.id })
      .from(outboxEvents)
      .where(and(eq(outboxEvents.type, type), sql`${outboxEvents.payload} ->> 'agreementId' = ${about}`));
    return rows.length;
  }
  /** What is held of a day, those lifted left out. */
  async function holding(onDay: string): Promise<string[]> {
    const rows = await db
      .select({ kind: presenceReports.kind })
      .from(presenceReports)
      .where(
        and(
          eq(presenceReports.agreementId, agreementId),
          eq(presenceReports.onDay, onDay),
          sql`${presenceReports.liftedAt} is null`,
        ),
      )
      .orderBy(asc(presenceReports.kind));
    return rows.map(({ kind }) => kind);
  }
  async function stranger() {
    const school = await story.make.school();
    const classGroup = await story.make.classGroup(school.uai);
    return story.make.as((await story.make.staff("teacher", school.uai, classGroup.id)).id);
  }
  return { ...story, db, agreementId, bySchool, byHost, told, holding, stranger, teacherContext: teacher };
}

export type StayStory = Awaited<ReturnType<typeof stayStory>>;
