import { expect, it } from "vitest";
import { getAgreementText } from "#app/domain/agreements/text/read-agreement-text.queries.server.ts";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { applications } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { agreementStory, valueOf } from "../agreement-story.ts";

const database = testDatabase();

it("the text of an agreement is read, filled, by its parties and by nobody else", async () => {
  const { place, pupil, offer, employer, teacher, head, school, make } = await agreementStory(database.db);
  const agreementId = await place(pupil.id, offer.id);
  const read = async (id: string, ...parties: ("pupil" | "host" | "teacher" | "staff")[]) =>
    getAgreementText(database.db, (await make.as(id)).actor, agreementId, parties);
  const readers = [
    await read(pupil.id, "pupil"),
    await read(employer.id, "host"),
    await read(teacher.id, "teacher", "staff"),
    await read(head.id, "teacher", "staff"),
  ];
  for (const text of readers) {
    const articles = text?.blocks.filter(({ kind }) => kind === "article");
    expect(articles).toHaveLength(10);
    expect(JSON.stringify(text)).toContain(pupil.firstName);
    expect(JSON.stringify(text)).not.toContain("{{");
  }
  const stranger = await make.staff("teacher", school.uai);
  expect(await read(stranger.id, "teacher", "staff")).toBeNull();
  expect(await read(employer.id, "pupil")).toBeNull();

  const [{ id: applicationId } = { id: "" }] = await database.db.select().from(applications);
  valueOf(await cancelPlacement(await make.as(employer.id), { applicationId, reason: "dates" }));
  expect(await read(employer.id, "host")).toBeNull();
  expect(await read(pupil.id, "pupil")).not.toBeNull();
});
