import { eq } from "drizzle-orm";
import { confirmFound, type HostAnswer } from "#app/domain/found/answer-found.server.ts";
import { enterFound } from "#app/domain/found/enter-found.server.ts";
import type { EnteredFound } from "#app/domain/found/found.schema.ts";
import { listBoardPupils } from "#app/domain/follow-up/board/board-pupils.queries.server.ts";
import type { Database } from "#db/client.ts";
import { agreements, applicationWeeks, foundInternships, outboxEvents } from "#db/schema/index.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";

const day = {
  morning: { from: "09:00", to: "12:00" },
  afternoon: { from: "13:30", to: "17:00" },
};
const closed = { morning: null, afternoon: null };

export const ANSWER: HostAnswer = {
  name: "Boulangerie du Port",
  siret: "73282932000074",
  addressLine: "3 quai du Port",
  postcode: "35000",
  town: "Rennes",
  signatoryName: "Léon Fournil",
  signatoryQuality: "gérant",
  workplaceSupervisor: { name: "Anne Levain", contact: "06 00 00 00 01" },
  violencePreventionContact: null,
  activities: "Observer le pétrin, la vente et les livraisons.",
  lunch: "",
  hoursGrid: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: closed },
};

/** A pupil who has found an internship by themselves, and whoever follows their class. */
export async function foundStory(db: Database) {
  const story = await agreementStory(db);
  const { make, pupil, clock } = story;
  const ctx = { db, clock };
  const teacher = await make.as(story.teacher.id);
  const hostEmail = "accueil@boulangerie.example.org";

  async function enter(more: Partial<EnteredFound> = {}, by = teacher): Promise<string> {
    const entered = { hostName: "Boulangerie", hostEmail, choice: "both" as const, ...more };
    return valueOf(await enterFound(by, { ...entered, pupilId: pupil.id })).foundId;
  }
  const confirm = (foundId: string, linkVersion = 1, answer: Partial<HostAnswer> = {}) =>
    confirmFound(ctx, { foundId, linkVersion, answer: { ...ANSWER, ...answer } });
  async function state(foundId: string) {
    const [row] = await db.select().from(foundInternships).where(eq(foundInternships.id, foundId));
    const weeks = await db.select().from(applicationWeeks).where(eq(applicationWeeks.foundId, foundId));
    const [agreement] = await db.select().from(agreements).where(eq(agreements.foundId, foundId));
    return { row, weeks: weeks.map((week) => week.state), agreement };
  }
  async function told(): Promise<string[]> {
    const rows = await db.select({ type: outboxEvents.type }).from(outboxEvents);
    return rows.map(({ type }) => type);
  }
  async function board() {
    const [one] = await listBoardPupils(db, { classGroupIds: [story.classGroup.id] }, story.campaign);
    if (!one) throw new Error("Nobody on the board");
    return one;
  }
  async function stranger() {
    const school = await make.school();
    const classGroup = await make.classGroup(school.uai);
    return make.as((await make.staff("teacher", school.uai, classGroup.id)).id);
  }
  const own = await make.as(pupil.id);
  return { ...story, ctx, teacherContext: teacher, own, enter, confirm, state, told, board, stranger };
}
