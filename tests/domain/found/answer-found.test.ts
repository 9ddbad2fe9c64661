import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { findFoundByLink } from "#app/domain/found/found.queries.server.ts";
import { refuseFound } from "#app/domain/found/answer-found.server.ts";
import { createLinkSigner } from "#app/infra/link-signer.server.ts";
import { agreements, applications, applicationWeeks, hostOrganisations } from "#db/schema/index.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { ANSWER, foundStory } from "./found-story.ts";

const database = testDatabase();
const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";

describe("a host that answers by its link", () => {
  it("reads of the pupil the first name alone, as often as it wishes", async () => {
    const { enter, pupil } = await foundStory(database.db);
    const links = createLinkSigner("a secret that nobody else knows, long enough");
    const foundId = await enter();
    const read = () => findFoundByLink({ db: database.db, links }, links.sign("found", foundId, 1));
    const request = await read();
    expect(request).toMatchObject({ pupilFirstName: pupil.firstName, weeks: [1, 2], agreement: null });
    expect(JSON.stringify(request)).not.toContain(pupil.lastName);
    expect(await read()).toEqual(request);
    expect(
      await findFoundByLink({ db: database.db, links }, links.sign("supervisor", foundId, 1)),
    ).toBeNull();
  });

  it("makes the agreement of a confirmed place, which the teacher validates like any other", async () => {
    const { enter, confirm, state, board, read } = await foundStory(database.db);
    const foundId = await enter();
    const { agreementId } = valueOf(await confirm(foundId));
    expect(await state(foundId)).toMatchObject({
      row: { state: "confirmed" },
      weeks: ["taken", "taken"],
      agreement: { id: agreementId, status: "completed", applicationId: null },
    });
    const { content } = await read(agreementId);
    expect(content).toMatchObject({
      host: { name: ANSWER.name, siret: ANSWER.siret, addressLine: ANSWER.addressLine, town: "Rennes" },
      workplaceSupervisor: ANSWER.workplaceSupervisor,
      hoursGrid: ANSWER.hoursGrid,
      weeks: [1, 2],
    });
    expect(await board()).toMatchObject({ weeks: [1, 2], awaiting: 0, agreements: [{ id: agreementId }] });
  });

  it("releases the pupil's live applications for these weeks, and those alone", async () => {
    const { enter, confirm, own, offer, make, organisation, campaign, ctx } = await foundStory(database.db);
    const other = await make.offer({
      campaignId: campaign.id,
      organisationId: organisation.id,
      seats: [2, 2],
    });
    const first = valueOf(await submitApplication(own, { offerId: offer.id, motivation, choice: 1 }));
    const second = valueOf(await submitApplication(own, { offerId: other.id, motivation, choice: 2 }));
    const foundId = await enter({ choice: 1 });
    valueOf(await confirm(foundId));
    const statusOf = async (id: string) =>
      (await ctx.db.select().from(applications).where(eq(applications.id, id)))[0]?.status;
    expect(await statusOf(first.applicationId)).toBe("released");
    expect(await statusOf(second.applicationId)).toBe("submitted");
  });

  it("never makes two places of one week with one that the pupil confirms at the same instant", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { enter, confirm, own, offer, make, employer, pupil } = await foundStory(database.db);
      const { applicationId } = valueOf(
        await submitApplication(own, { offerId: offer.id, motivation, choice: 1 }),
      );
      valueOf(await acceptApplication(await make.as(employer.id), { applicationId }));
      const foundId = await enter({ choice: "both" });
      const outcomes = await Promise.all([confirm(foundId), confirmPlacement(own, { applicationId })]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const taken = await database.db
        .select()
        .from(applicationWeeks)
        .where(and(eq(applicationWeeks.pupilId, pupil.id), eq(applicationWeeks.state, "taken")));
      expect(new Set(taken.map(({ week }) => week)).size).toBe(taken.length);
      const made = await database.db.select().from(agreements).where(eq(agreements.pupilId, pupil.id));
      expect(made).toHaveLength(1);
    }
  });

  it("is no member's: an organisation that bears the SIRET learns nothing, and its number stays its own", async () => {
    const { enter, confirm, organisation, state, ctx } = await foundStory(database.db);
    const foundId = await enter();
    valueOf(await confirm(foundId, 1, { siret: organisation.siret }));
    const { agreement } = await state(foundId);
    expect(agreement?.organisationId).not.toBe(organisation.id);
    const bearers = await ctx.db
      .select()
      .from(hostOrganisations)
      .where(eq(hostOrganisations.siret, organisation.siret));
    expect(bearers).toHaveLength(2);
  });

  it("answers once: a second press, a replaced link or a late answer change nothing", async () => {
    const { enter, confirm, ctx, clock } = await foundStory(database.db);
    const foundId = await enter({ choice: 1 });
    expect(await confirm(foundId, 2)).toEqual({ ok: false, error: { code: "not_found" } });
    const both = await Promise.all([confirm(foundId), confirm(foundId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const refusal = { foundId, linkVersion: 1, refusal: "no_place" as const };
    expect(await refuseFound(ctx, refusal)).toEqual({ ok: false, error: { code: "over" } });
    const late = await enter({ choice: 2 });
    clock.advanceDays(12);
    expect(await confirm(late)).toEqual({ ok: false, error: { code: "over" } });
  });

  it("refuses with a reason of a closed list, and the weeks are free for another", async () => {
    const { enter, ctx, state } = await foundStory(database.db);
    const foundId = await enter();
    valueOf(await refuseFound(ctx, { foundId, linkVersion: 1, refusal: "not_these_dates" }));
    expect(await state(foundId)).toMatchObject({
      row: { state: "refused", refusal: "not_these_dates" },
      weeks: ["given_back", "given_back"],
    });
    await enter({ hostName: "Librairie" });
  });
});
