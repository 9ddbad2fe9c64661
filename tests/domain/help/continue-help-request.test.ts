import { expect, it } from "vitest";
import { closeHelpRequest } from "#app/domain/help/close-help-request.server.ts";
import { continueHelpRequest } from "#app/domain/help/continue-help-request.server.ts";
import { listOpenHelpRequests } from "#app/domain/help/help.queries.server.ts";
import { HELP_MESSAGES_A_DAY } from "#app/domain/help/help-request.ts";
import { readHelpRequest } from "#app/domain/help/read-help-request.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { helpStory } from "./help-story.ts";

const database = testDatabase();

it("a pupil who writes again opens the request anew, and waits to be read again", async () => {
  const { ask, clock, teacher, pupil } = await helpStory(database);
  const helpRequestId = await ask();
  await closeHelpRequest(teacher, { helpRequestId, note: "" });
  clock.advanceDays(1);
  await continueHelpRequest(pupil, { helpRequestId, body: "Cela recommence." });
  const open = () => listOpenHelpRequests(teacher.db, teacher.actor);
  expect(await open()).toMatchObject([
    {
      id: helpRequestId,
      readByMe: false,
      waitingSince: clock.now(),
      steps: [{ kind: "handled" }, { kind: "reopened" }],
    },
  ]);
  clock.advanceDays(1);
  for (let press = 0; press < 2; press += 1) await readHelpRequest(teacher, { helpRequestId });
  expect(await open()).toMatchObject([
    { readByMe: true, waitingSince: null, steps: [{}, {}, { kind: "read" }] },
  ]);
});

it("a pupil writes in no request but their own, and not without end", async () => {
  const { ask, make, world, pupil } = await helpStory(database);
  const helpRequestId = await ask();
  const other = await make.as((await world.newPupil()).id);
  expect(await continueHelpRequest(other, { helpRequestId, body: "Moi aussi." })).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
  for (let times = 0; times < HELP_MESSAGES_A_DAY; times += 1)
    expect((await continueHelpRequest(pupil, { helpRequestId, body: `Message ${times}` })).ok).toBe(true);
  expect(await continueHelpRequest(pupil, { helpRequestId, body: "Encore" })).toEqual({
    ok: false,
    error: { code: "too_many_messages", max: HELP_MESSAGES_A_DAY },
  });
});
