import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handleHelpRequest } from "#app/domain/help/handle-help-request.server.ts";
import { countOpenHelpRequests, listOpenHelpRequests } from "#app/domain/help/help.queries.server.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { helpRequests } from "#db/schema/index.ts";
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

describe("requests for help", () => {
  it("are read by those who follow the class, until one of them has dealt with it", async () => {
    const asked = await ask();
    if (!asked.ok) throw new Error("refused");
    const classGroupId = world.classGroup.id;
    const input = { ...asked.value, classGroupId };
    const teacher = await make.as(world.teacher.id);
    const head = await make.as(world.head.id);
    const otherTeacher = await make.as((await make.staff("teacher", world.school.uai)).id);
    for (const reader of [teacher, head])
      expect(await listOpenHelpRequests(reader.db, reader.actor, classGroupId)).toMatchObject([
        { id: asked.value.helpRequestId },
      ]);
    expect(await countOpenHelpRequests(teacher.db, teacher.actor, world.campaign)).toEqual([
      { classGroupId, className: world.classGroup.name, total: 1 },
    ]);
    for (const stranger of [otherTeacher, pupil, await make.as(world.employer.id)]) {
      expect(await listOpenHelpRequests(stranger.db, stranger.actor, classGroupId)).toEqual([]);
      expect(await countOpenHelpRequests(stranger.db, stranger.actor, world.campaign)).toEqual([]);
      expect(await handleHelpRequest(stranger, input)).toEqual({ ok: false, error: { code: "not_found" } });
    }
    expect((await handleHelpRequest(teacher, input)).ok).toBe(true);
    clock.advanceDays(1);
    expect((await handleHelpRequest(head, input)).ok).toBe(true);
    expect(await listOpenHelpRequests(head.db, head.actor, classGroupId)).toEqual([]);
    const [row] = await database.db
      .select()
      .from(helpRequests)
      .where(eq(helpRequests.id, asked.value.helpRequestId));
    expect(row?.handledBy).toBe(world.teacher.id);
  });
});
