import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { fillAgreement } from "#app/domain/agreements/fill-agreement.server.ts";
import { followNewHeads } from "#app/domain/agreements/head/follow-new-heads.server.ts";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { replaceHead } from "#app/domain/schools/team/replace-head.server.ts";
import { agreementVersions, oneTimeLinks } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { nextNumber } from "#tests/support/factories.ts";
import { agreementStory, valueOf } from "../agreement-story.ts";

const database = testDatabase();
/** The clock of a story stands on 1 March. */
const IN_TEN_DAYS = "2027-03-11";

/** A school with an agreement to validate and one that is; Rose Blanc heads it from that day on, and has answered. */
async function replacedStory({ answered = true } = {}) {
  const story = await agreementStory(database.db);
  const { clock, make, head, school } = story;
  const openId = await story.place(story.pupil.id, story.offer.id);
  const other = await story.newPupil();
  const validatedId = await story.place(other.id, story.offer.id);
  const { contentHash } = await story.read(validatedId);
  const teacher = await make.as(story.teacher.id);
  valueOf(await validateAgreement(teacher, { agreementId: validatedId, contentHash }));
  const email = `head-${nextNumber()}@example.org`;
  const successor = { uai: school.uai, formerId: head.id, email, from: IN_TEN_DAYS };
  valueOf(await replaceHead(await make.as(head.id), successor));
  const answer = () => answerInvitation({ db: database.db, clock }, email);
  if (answered) await answer();
  const formerName = `${head.firstName} ${head.lastName}`;
  return Object.assign(story, { openId, validatedId, formerName, answer });
}

async function answerInvitation(ctx: Parameters<typeof openLink>[0], email: string) {
  const [link] = await database.db.select().from(oneTimeLinks).where(eq(oneTimeLinks.email, email));
  const linkId = link?.id ?? "";
  valueOf(await openLink(ctx, { linkId }));
  const name = { firstName: "Rose", lastName: "Blanc" };
  valueOf(await finishLink(ctx, { linkId, password: "trois girafes dansent", name }));
}

describe("agreements of a school whose head is replaced", () => {
  it("name the successor from the day on, not before", async () => {
    const { clock, read, openId, formerName } = await replacedStory();
    clock.advanceDays(9);
    expect(await followNewHeads({ db: database.db, clock })).toBe(0);
    expect((await read(openId)).content.school.headName).toBe(formerName);
    clock.advanceDays(1);
    expect(await followNewHeads({ db: database.db, clock })).toBe(1);
    expect(await read(openId)).toMatchObject({
      status: "completed",
      version: 2,
      content: { school: { headName: "Rose Blanc" } },
    });
    expect(await followNewHeads({ db: database.db, clock })).toBe(0);
  });

  it("keep the version that was written before as it was", async () => {
    const { clock, openId, formerName } = await replacedStory();
    const first = and(eq(agreementVersions.agreementId, openId), eq(agreementVersions.version, 1));
    const [before] = await database.db.select().from(agreementVersions).where(first);
    clock.advanceDays(10);
    await followNewHeads({ db: database.db, clock });
    const [now, next] = await database.db
      .select()
      .from(agreementVersions)
      .where(eq(agreementVersions.agreementId, openId))
      .orderBy(asc(agreementVersions.version));
    expect(now).toEqual(before);
    expect(JSON.stringify(now?.content)).toContain(formerName);
    expect(next?.contentHash).not.toBe(before?.contentHash);
  });

  it("never change once validated", async () => {
    const { clock, read, validatedId } = await replacedStory();
    const before = await read(validatedId);
    clock.advanceDays(10);
    await followNewHeads({ db: database.db, clock });
    expect(await read(validatedId)).toEqual(before);
  });

  it("name the former head until someone has answered the invitation", async () => {
    const { clock, read, openId, formerName, answer } = await replacedStory({ answered: false });
    // The link lives a week: it is answered on the day itself.
    clock.advanceDays(6);
    await answer();
    clock.advanceDays(3);
    await followNewHeads({ db: database.db, clock });
    expect((await read(openId)).content.school.headName).toBe(formerName);
    clock.advanceDays(1);
    await followNewHeads({ db: database.db, clock });
    expect((await read(openId)).content.school.headName).toBe("Rose Blanc");
  });

  it("keep a name that the school has typed itself", async () => {
    const { clock, make, read, openId, head, place, newPupil, offer } = await replacedStory();
    const otherId = await place((await newPupil()).id, offer.id);
    await typeHeadName(otherId, "Odile Martin, par intérim");
    clock.advanceDays(10);
    expect(await followNewHeads({ db: database.db, clock })).toBe(1);
    expect((await read(otherId)).content.school.headName).toBe("Odile Martin, par intérim");
    expect((await read(openId)).content.school.headName).not.toContain(head.lastName);

    async function typeHeadName(agreementId: string, headName: string) {
      const { content, contentHash } = await read(agreementId);
      const part = {
        headName,
        birthDate: content.pupil.birthDate,
        guardians: content.guardians,
        referentTeacher: content.referentTeacher,
        objectives: content.objectives,
        transport: content.transport,
        boardDeliberationOn: content.boardDeliberationOn,
      };
      const input = { agreementId, contentHash, side: "school", part } as const;
      valueOf(await fillAgreement(await make.as(head.id), input));
    }
  });
});
