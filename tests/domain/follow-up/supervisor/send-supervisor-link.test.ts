import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { findVisitByLink } from "#app/domain/follow-up/supervisor/supervisor-visit.queries.server.ts";
import { sendSupervisorLink } from "#app/domain/follow-up/supervisor/send-supervisor-link.server.ts";
import { createLinkSigner } from "#app/infra/link-signer.server.ts";
import { agreements, classGroups, schoolProfiles } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stayStory, type StayStory } from "../stay-story.ts";

const database = testDatabase();
const links = createLinkSigner("a secret that nobody else knows, long enough");
let stay: StayStory;
beforeEach(async () => {
  stay = await stayStory(database.db);
});

const visit = (version = 1) =>
  findVisitByLink(
    { db: database.db, clock: stay.clock, links },
    links.sign("supervisor", stay.agreementId, version),
  );
const send = (how: "send" | "close" | "replace") =>
  sendSupervisorLink(stay.teacherContext, { agreementId: stay.agreementId, how });

it("opens one stay, with the first name alone, from the day it is sent to a month after the last", async () => {
  stay.clock.set("2027-05-01T08:00:00Z");
  const before = await visit();
  expect(before).toMatchObject({ pupilFirstName: "Camille", expectedToday: false });
  expect(JSON.stringify(before)).not.toContain(stay.pupil.lastName);
  stay.clock.set("2027-06-17T08:00:00Z");
  expect(await visit()).toMatchObject({ expectedToday: true });
  stay.clock.set("2027-07-28T08:00:00Z");
  expect(await visit()).not.toBeNull();
  stay.clock.set("2027-07-29T08:00:00Z");
  expect(await visit()).toBeNull();
});

it("gives the host the number of the weeks, as the school says it", async () => {
  const [agreement] = await database.db
    .select({ uai: classGroups.schoolUai })
    .from(agreements)
    .innerJoin(classGroups, eq(classGroups.id, agreements.classGroupId))
    .where(eq(agreements.id, stay.agreementId));
  const updatedAt = stay.clock.now();
  await database.db
    .insert(schoolProfiles)
    .values({ schoolUai: agreement?.uai ?? "", weekPhone: "01 99 00 42 42", updatedAt });
  expect(await visit()).toMatchObject({ schoolPhone: "01 99 00 42 42" });
});

it("is sent again as it is, and worth nothing once replaced or closed", async () => {
  expect(await send("send")).toEqual({ ok: true });
  expect(await visit(1)).not.toBeNull();
  await send("replace");
  expect([await visit(1), (await visit(2)) !== null]).toEqual([null, true]);
  await send("close");
  expect(await visit(2)).toBeNull();
  expect(await stay.told("supervisor.link_requested")).toBe(2);
});

it("never begins again at the first version", async () => {
  const supervisorLinkVersion = 255;
  await database.db
    .update(agreements)
    .set({ supervisorLinkVersion })
    .where(eq(agreements.id, stay.agreementId));
  expect(await send("replace")).toEqual({ ok: false, error: { code: "no_more_links" } });
});

it("is sent by nobody of another school, nor about a place that is cancelled", async () => {
  const { agreementId } = stay;
  expect(await sendSupervisorLink(await stay.stranger(), { agreementId, how: "send" })).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
  await database.db.update(agreements).set({ status: "cancelled" }).where(eq(agreements.id, agreementId));
  expect(await send("send")).toEqual({ ok: false, error: { code: "over" } });
  expect(await visit()).toBeNull();
});
