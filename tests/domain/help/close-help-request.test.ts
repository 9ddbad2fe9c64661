import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { closeHelpRequest } from "#app/domain/help/close-help-request.server.ts";
import { getOwnConversation } from "#app/domain/help/conversation.queries.server.ts";
import { countOpenHelpRequests, listOpenHelpRequests } from "#app/domain/help/help.queries.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { meetAt } from "#tests/support/meeting.ts";
import { helpStory } from "./help-story.ts";

const database = testDatabase();

describe("requests for help", () => {
  it("are read by those who follow the class, until one of them has dealt with it", async () => {
    const { ask, clock, make, world, teacher, head, pupil } = await helpStory(database);
    const helpRequestId = await ask("host");
    const classGroupId = world.classGroup.id;
    const otherTeacher = await make.as((await make.staff("teacher", world.school.uai)).id);
    for (const reader of [teacher, head])
      expect(await listOpenHelpRequests(reader.db, reader.actor, { classGroupId })).toMatchObject([
        { id: helpRequestId },
      ]);
    expect(await countOpenHelpRequests(teacher.db, teacher.actor, world.campaign)).toEqual([
      { classGroupId, className: world.classGroup.name, total: 1 },
    ]);
    for (const stranger of [otherTeacher, pupil, await make.as(world.employer.id)]) {
      expect(await listOpenHelpRequests(stranger.db, stranger.actor)).toEqual([]);
      expect(await countOpenHelpRequests(stranger.db, stranger.actor, world.campaign)).toEqual([]);
      expect(await closeHelpRequest(stranger, { helpRequestId, note: "" })).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
    }
    expect((await closeHelpRequest(teacher, { helpRequestId, note: "" })).ok).toBe(true);
    clock.advanceDays(1);
    expect((await closeHelpRequest(head, { helpRequestId, note: "" })).ok).toBe(true);
    expect(await listOpenHelpRequests(head.db, head.actor)).toEqual([]);
    const conversation = await getOwnConversation(pupil.db, pupil.actor, helpRequestId);
    expect(conversation?.steps).toMatchObject([
      { kind: "handled", byName: `${world.teacher.firstName} ${world.teacher.lastName}` },
    ]);
  });

  it("come first when they are urgent, and then close only with a word on what was done, which the pupil reads", async () => {
    const { ask, clock, teacher, pupil } = await helpStory(database);
    const early = await ask("search");
    clock.advanceDays(1);
    const urgent = await ask("safety");
    const open = await listOpenHelpRequests(teacher.db, teacher.actor);
    expect(open.map(({ id }) => id)).toEqual([urgent, early]);
    expect(await closeHelpRequest(teacher, { helpRequestId: urgent, note: "" })).toEqual({
      ok: false,
      error: { code: "note_needed" },
    });
    await closeHelpRequest(teacher, {
      helpRequestId: urgent,
      note: "L’atelier est prévenu, tu changes de poste.",
    });
    const conversation = await getOwnConversation(pupil.db, pupil.actor, urgent);
    expect(conversation?.steps).toMatchObject([{ note: "L’atelier est prévenu, tu changes de poste." }]);
  });

  it("are closed by one of two colleagues who close at the same instant: the other is told", async () => {
    const { ask, make, world } = await helpStory(database);
    const helpRequestId = await ask("safety");
    const teacher = await make.as(world.teacher.id, database.openPool(1));
    const head = await make.as(world.head.id, database.openPool(1));
    const outcomes = await meetAt(
      { holder: database.openPool(1), observer: database.db },
      sql`select 1 from help_requests where id = ${helpRequestId}`,
      () => closeHelpRequest(teacher, { helpRequestId, note: "Vue ce matin." }),
      () => closeHelpRequest(head, { helpRequestId, note: "Famille appelée." }),
    );
    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, error: { code: "already_closed" } }]);
  });
});
