import { expect, it } from "vitest";
import { closeHelpRequest } from "#app/domain/help/close-help-request.server.ts";
import {
  listHandledHelpRequests,
  listOpenHelpRequests,
  listOwnHelpRequests,
} from "#app/domain/help/help.queries.server.ts";
import { readHelpRequest } from "#app/domain/help/read-help-request.server.ts";
import { reopenHelpRequest } from "#app/domain/help/reopen-help-request.server.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("says to the pupil who read the request and who answered, and keeps it once it is dealt with", async () => {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  const world = await make.world();
  const pupil = await make.as(world.pupil.id);
  const asked = await requestHelp(pupil, { topic: "safety", body: "On me demande de monter sur le toit." });
  if (!asked.ok) throw new Error("refused");
  const classGroupId = world.classGroup.id;
  const input = asked.value;
  const [teacher, head] = [await make.as(world.teacher.id), await make.as(world.head.id)];
  const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) =>
    `${firstName} ${lastName}`;
  const openTo = ({ actor }: typeof teacher) => listOpenHelpRequests(database.db, actor, { classGroupId });

  expect(await listOwnHelpRequests(database.db, pupil.actor)).toMatchObject([{ topic: "safety", steps: [] }]);
  for (let press = 0; press < 2; press += 1) expect((await readHelpRequest(teacher, input)).ok).toBe(true);
  const read = { kind: "read", byName: nameOf(world.teacher), at: clock.now() };
  expect(await openTo(teacher)).toMatchObject([{ readByMe: true, steps: [read] }]);
  expect(await openTo(head)).toMatchObject([{ readByMe: false, steps: [read] }]);
  for (const stranger of [pupil, await make.as(world.employer.id)])
    expect(await readHelpRequest(stranger, input)).toEqual({ ok: false, error: { code: "not_found" } });

  clock.advanceDays(1);
  await closeHelpRequest(head, { helpRequestId: asked.value.helpRequestId, note: "Vu avec la famille." });
  await closeHelpRequest(teacher, { helpRequestId: asked.value.helpRequestId, note: "Vu avec la famille." });
  const handled = { kind: "handled", byName: nameOf(world.head), at: clock.now() };
  expect(await openTo(head)).toEqual([]);
  expect(await listHandledHelpRequests(database.db, teacher.actor, { classGroupId })).toMatchObject([
    { body: "On me demande de monter sur le toit.", steps: [read, handled] },
  ]);
  expect(await listHandledHelpRequests(database.db, pupil.actor, { classGroupId })).toEqual([]);

  await reopenHelpRequest(head, input);
  expect(await listHandledHelpRequests(database.db, teacher.actor, { classGroupId })).toEqual([]);
  expect((await listOwnHelpRequests(database.db, pupil.actor))[0]?.steps.map(({ kind }) => kind)).toEqual([
    "read",
    "handled",
    "reopened",
  ]);
});
