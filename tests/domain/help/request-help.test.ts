import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HELP_REQUESTS_A_DAY } from "#app/domain/help/help-request.ts";
import { getSchoolContacts } from "#app/domain/help/school-contacts.queries.server.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { helpRequests, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let pupil: ActorContext;

beforeAll(async () => {
  make = factories(database.db, clock);
  world = await make.world();
});

beforeEach(async () => {
  pupil = await make.as((await world.newPupil()).id);
  await database.db.delete(helpRequests);
});

const ask = (body = "") => requestHelp(pupil, { topic: "host", body });

describe("asking for help", () => {
  it("keeps the words, and an event that does not", async () => {
    const asked = await ask("On me laisse sans rien faire.");
    const id = asked.ok ? asked.value.helpRequestId : "";
    const events = await database.db
      .select()
      .from(outboxEvents)
      .where(eq(outboxEvents.type, "help.requested"));
    expect(events.at(-1)).toMatchObject({ urgency: "immediate", payload: { helpRequestId: id } });
    expect(JSON.stringify(events)).not.toContain("sans rien faire");
  });

  it("is possible a few times a day, even at the same instant", async () => {
    const answers = await Promise.all(Array.from({ length: HELP_REQUESTS_A_DAY + 2 }, () => ask()));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(HELP_REQUESTS_A_DAY);
    expect(await ask()).toEqual({
      ok: false,
      error: { code: "too_many_requests", max: HELP_REQUESTS_A_DAY },
    });
    clock.advanceDays(1);
    expect((await ask()).ok).toBe(true);
  });

  it("tells a pupil without a class that nobody would read it", async () => {
    const alone = await make.person();
    await make.affiliate(alone.id, "pupil", { schoolUai: world.school.uai });
    const ctx = await make.as(alone.id);
    expect(await requestHelp(ctx, { topic: "other", body: "" })).toEqual({
      ok: false,
      error: { code: "no_class" },
    });
    expect(await getSchoolContacts(ctx.db, ctx.actor, world.campaign, clock.now())).toEqual({
      teachers: [],
      school: null,
    });
  });

  it("names the teachers of the class and how to reach the school", async () => {
    expect(await getSchoolContacts(pupil.db, pupil.actor, world.campaign, clock.now())).toMatchObject({
      teachers: [expect.stringContaining(world.teacher.lastName)],
      school: { name: world.school.name, email: world.school.email },
    });
  });
});
