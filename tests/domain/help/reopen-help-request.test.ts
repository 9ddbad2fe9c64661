import { expect, it } from "vitest";
import { closeHelpRequest } from "#app/domain/help/close-help-request.server.ts";
import { listJustHandledRequests, listOpenHelpRequests } from "#app/domain/help/help.queries.server.ts";
import { reopenHelpRequest } from "#app/domain/help/reopen-help-request.server.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const MINUTE = 1 / (24 * 60);

it("a request marked as dealt with by mistake waits again, for the one who marked it and for ten minutes", async () => {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  const world = await make.world();
  const asked = await requestHelp(await make.as(world.pupil.id), { topic: "host", body: "" });
  if (!asked.ok) throw new Error("refused");
  const classGroupId = world.classGroup.id;
  const input = asked.value;
  const [teacher, head] = [await make.as(world.teacher.id), await make.as(world.head.id)];
  const waiting = async () =>
    (await listOpenHelpRequests(database.db, teacher.actor, { classGroupId })).length;
  const justHandled = ({ actor }: ActorContext) =>
    listJustHandledRequests(database.db, actor, { classGroupId, at: clock.now() });

  await closeHelpRequest(teacher, { helpRequestId: asked.value.helpRequestId, note: "Vu avec la famille." });
  expect(await justHandled(teacher)).toMatchObject([{ id: asked.value.helpRequestId }]);
  expect(await justHandled(head)).toEqual([]);
  await reopenHelpRequest(head, input);
  expect(await waiting()).toBe(0);
  expect(await reopenHelpRequest(await make.as(world.employer.id), input)).toMatchObject({ ok: false });
  clock.advanceDays(9 * MINUTE);
  await reopenHelpRequest(teacher, input);
  expect(await waiting()).toBe(1);
  expect(await justHandled(teacher)).toEqual([]);

  await closeHelpRequest(teacher, { helpRequestId: asked.value.helpRequestId, note: "Vu avec la famille." });
  clock.advanceDays(11 * MINUTE);
  expect(await justHandled(teacher)).toEqual([]);
  await reopenHelpRequest(teacher, input);
  expect(await waiting()).toBe(0);
});
