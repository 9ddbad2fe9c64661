import { expect, it } from "vitest";
import { cancelSituation } from "#app/domain/follow-up/situations/cancel-situation.server.ts";
import { declareSituation } from "#app/domain/follow-up/situations/declare-situation.server.ts";
import { listSituationRecords } from "#app/domain/follow-up/situations/situations.queries.server.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const declared = {
  kind: "at_school" as const,
  reason: null,
  programme: "Atelier de presse au CDI",
  startsOn: "2027-06-17",
  endsOn: "2027-06-28",
};

it("takes a situation back, keeps who and when, and leaves the days free for another", async () => {
  const { make, clock, head, pupil, campaign } = await agreementStory(database.db);
  const ctx = await make.as(head.id);
  const { situationId } = valueOf(await declareSituation(ctx, { ...declared, pupilId: pupil.id }));
  clock.advanceDays(40);
  const input = { pupilId: pupil.id, situationId };
  valueOf(await cancelSituation(ctx, input));
  valueOf(await cancelSituation(ctx, input));
  valueOf(await declareSituation(ctx, { ...declared, pupilId: pupil.id }));
  const records = await listSituationRecords(database.db, { pupilId: pupil.id, campaignId: campaign.id });
  const name = `${head.firstName} ${head.lastName}`;
  expect(records).toMatchObject([
    { id: situationId, declaredBy: name, cancelledAt: clock.now(), cancelledBy: name },
    { cancelledAt: null },
  ]);
});

it("is not for teachers, other schools, or another pupil's page", async () => {
  const { make, head, teacher, pupil, newPupil } = await agreementStory(database.db);
  const ctx = await make.as(head.id);
  const { situationId } = valueOf(await declareSituation(ctx, { ...declared, pupilId: pupil.id }));
  const refused = { ok: false, error: { code: "not_found" } };
  const elsewhere = await make.staff("schoolOffice", (await make.school()).uai);
  const input = { pupilId: pupil.id, situationId };
  expect(await cancelSituation(await make.as(teacher.id), input)).toEqual(refused);
  expect(await cancelSituation(await make.as(elsewhere.id), input)).toEqual(refused);
  expect(await cancelSituation(ctx, { pupilId: (await newPupil()).id, situationId })).toEqual(refused);
});
