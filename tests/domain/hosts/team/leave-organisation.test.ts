import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leaveOrganisation } from "#app/domain/hosts/team/leave-organisation.server.ts";
import { organisationsOf } from "#app/domain/accounts/actor.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { affiliations, hostClaims, offers } from "#db/schema/index.ts";
import { lifeCycleStory, valueOf } from "#tests/domain/applications/life-cycle-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();

async function hostStory() {
  const story = await lifeCycleStory(database.db, [2, 2]);
  const { make, world } = story;
  const organisationId = world.organisation.id;
  const member = () => make.as(world.employer.id);
  const leave = async (personId = world.employer.id) =>
    leaveOrganisation(await make.as(personId), { organisationId });
  const pauseAll = async () => {
    const own = await database.db.select().from(offers).where(eq(offers.organisationId, organisationId));
    for (const { id: offerId } of own) valueOf(await pauseOffer(await member(), { offerId }));
  };
  return { ...story, organisationId, member, leave, pauseAll };
}

describe("the last member of an organisation", () => {
  it("leaves once no offer is online, and is no host any more", async () => {
    const { leave, pauseAll, member } = await hostStory();
    expect(await leave()).toEqual({ ok: false, error: { code: "offers_online" } });
    await pauseAll();
    expect(await leave()).toEqual({ ok: true });
    expect(organisationsOf((await member()).actor)).toEqual([]);
    expect(await leave()).toEqual({ ok: false, error: { code: "not_found" } });
  });

  it("stays while a pupil waits for an answer or is to come", async () => {
    const { leave, pauseAll, apply, world, pupil } = await hostStory();
    const applicationId = await apply(world.offer.id);
    await pauseAll();
    expect(await leave()).toEqual({ ok: false, error: { code: "pupils_expected" } });
    valueOf(await withdrawApplication(pupil, { applicationId }));
    expect(await leave()).toEqual({ ok: true });
  });
});

describe("one of several members", () => {
  it("leaves whatever is online, and the others answer for it", async () => {
    const { leave, make, organisationId, apply, world } = await hostStory();
    const colleague = await make.employer(organisationId);
    await apply(world.offer.id);
    expect(await leave(colleague.id)).toEqual({ ok: true });
    expect(await leave()).toEqual({ ok: false, error: { code: "offers_online" } });
  });

  it("cannot be the last to go at the same instant as another", async () => {
    const { leave, make, organisationId, world } = await hostStory();
    const colleague = await make.employer(organisationId);
    const outcomes = await Promise.all([leave(world.employer.id), leave(colleague.id)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

it("someone who signed up as a host by mistake, without organisation, stops being one, and asks for nothing more", async () => {
  const { make, clock, organisationId } = await hostStory();
  const { id } = await make.person();
  await database.db
    .insert(affiliations)
    .values({ id: crypto.randomUUID(), personId: id, role: "employer", validFrom: "2026-09-01" });
  await database.db
    .insert(hostClaims)
    .values({ personId: id, siret: "00000000000018", claimedAt: clock.now() });
  const stranger = await make.as(id);
  expect(await leaveOrganisation(stranger, { organisationId })).toMatchObject({
    error: { code: "not_found" },
  });
  expect(await leaveOrganisation(stranger, { organisationId: null })).toEqual({ ok: true });
  expect((await make.as(id)).actor.affiliations).toEqual([]);
  expect(await database.db.$count(hostClaims, eq(hostClaims.personId, id))).toBe(0);
});
