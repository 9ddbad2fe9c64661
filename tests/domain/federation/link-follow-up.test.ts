import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { getArrivalPage } from "#app/domain/federation/arrivals.queries.server.ts";
import { linkFollowUp } from "#app/domain/federation/link-follow-up.server.ts";
import { guardians } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { federationStory, newBrowser, type Claims } from "./federation-story.ts";

const database = testDatabase();
let story: ReturnType<typeof federationStory>;

beforeEach(() => {
  story = federationStory(database.db);
});

const claims: Claims = {
  given_name: "Hélène",
  family_name: "Martin",
  FrEduCtPersonAffiliation: "resp2d",
};
const over = { ok: false, error: { code: "over" } };

async function family() {
  const { newPupil } = await story.make.world();
  const child = await newPupil();
  const guardianId = await story.make.guardianOf(child.id);
  return { child, guardianId, guardianToken: story.ctx.links.sign("guardian", guardianId, 1) };
}

describe("linking EduConnect to the follow-up of a child", () => {
  it("opens the page by either from then on, until the school replaces the link", async () => {
    const { child, guardianId, guardianToken } = await family();
    const first = await story.arrive("educonnect", { claims, guardianToken });
    expect(await getArrivalPage(story.ctx, first.visit)).toMatchObject({
      linkable: child.firstName,
      children: [],
    });
    expect(await linkFollowUp(story.ctx, first.visit)).toEqual({ ok: true, value: { token: guardianToken } });
    const { subject } = first;
    const again = await story.arrive("educonnect", { subject, claims });
    expect(again.outcome).toEqual({ ok: true, value: { next: "follow_up", token: guardianToken } });
    await database.db.update(guardians).set({ linkVersion: 2 }).where(eq(guardians.id, guardianId));
    const replaced = await story.arrive("educonnect", { subject, claims });
    expect(replaced.outcome).toMatchObject({ ok: true, value: { next: "choose" } });
  });

  it("gathers the children of one parent", async () => {
    const [elder, younger] = [await family(), await family()];
    const { visit, subject } = await story.arrive("educonnect", {
      claims,
      guardianToken: elder.guardianToken,
    });
    await linkFollowUp(story.ctx, visit);
    const second = await story.arrive("educonnect", {
      subject,
      claims,
      guardianToken: younger.guardianToken,
    });
    expect(second.outcome).toMatchObject({ ok: true, value: { next: "choose" } });
    await linkFollowUp(story.ctx, second.visit);
    const both = await story.arrive("educonnect", { subject, claims });
    expect(await getArrivalPage(story.ctx, both.visit)).toMatchObject({ children: [{}, {}], linkable: null });
  });

  it("wants a link that we made and that still opens, in the browser that arrived", async () => {
    const { guardianId, guardianToken } = await family();
    const forged = await story.arrive("educonnect", { claims, guardianToken: "A".repeat(44) });
    expect(await linkFollowUp(story.ctx, forged.visit)).toEqual(over);
    const without = await story.arrive("educonnect", { claims });
    expect(await linkFollowUp(story.ctx, without.visit)).toEqual(over);
    const right = await story.arrive("educonnect", { claims, guardianToken });
    expect(await linkFollowUp(story.ctx, { ...right.visit, browser: newBrowser() })).toEqual(over);
    await database.db.update(guardians).set({ linkVersion: 2 }).where(eq(guardians.id, guardianId));
    expect(await linkFollowUp(story.ctx, right.visit)).toEqual(over);
  });
});
