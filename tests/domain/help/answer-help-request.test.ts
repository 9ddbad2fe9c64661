import { and, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { answerHelpRequest } from "#app/domain/help/answer-help-request.server.ts";
import { getFollowedConversation, getOwnConversation } from "#app/domain/help/conversation.queries.server.ts";
import { outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { meetAt } from "#tests/support/meeting.ts";
import { helpStory } from "./help-story.ts";

const database = testDatabase();

it("an answer is read by the pupil with the name of its author, and its words stay out of the event", async () => {
  const { ask, world, teacher, pupil } = await helpStory(database);
  const helpRequestId = await ask();
  await answerHelpRequest(teacher, { helpRequestId, body: "Passe me voir à la pause." });
  const byName = `${world.teacher.firstName} ${world.teacher.lastName}`;
  expect(await getOwnConversation(pupil.db, pupil.actor, helpRequestId)).toMatchObject({
    messages: [{ fromPupil: false, byName, body: "Passe me voir à la pause." }],
    steps: [{ kind: "read", byName }],
  });
  const events = await database.db
    .select()
    .from(outboxEvents)
    .where(
      and(
        eq(outboxEvents.type, "help.answered"),
        sql`${outboxEvents.payload} ->> 'helpRequestId' = ${helpRequestId}`,
      ),
    );
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events)).not.toContain("pause");
});

it("two colleagues who answer at the same instant are both read", async () => {
  const { ask, make, world, pupil } = await helpStory(database);
  const helpRequestId = await ask();
  const teacher = await make.as(world.teacher.id, database.openPool(1));
  const head = await make.as(world.head.id, database.openPool(1));
  await meetAt(
    { holder: database.openPool(1), observer: database.db },
    sql`select 1 from help_requests where id = ${helpRequestId}`,
    () => answerHelpRequest(teacher, { helpRequestId, body: "J’arrive." }),
    () => answerHelpRequest(head, { helpRequestId, body: "Je suis dans mon bureau." }),
  );
  const conversation = await getOwnConversation(pupil.db, pupil.actor, helpRequestId);
  expect(conversation?.messages.map(({ body }) => body)).toEqual(["J’arrive.", "Je suis dans mon bureau."]);
});

it("nobody answers, nor reads, the request of a pupil they do not follow", async () => {
  const { ask, make, world, pupil, clock } = await helpStory(database);
  const helpRequestId = await ask();
  const colleague = await make.staff("teacher", world.school.uai);
  const other = await make.school();
  const head = await make.staff("schoolHead", other.uai);
  for (const stranger of [colleague.id, head.id, world.employer.id, world.pupil.id]) {
    const ctx = await make.as(stranger);
    expect((await answerHelpRequest(ctx, { helpRequestId, body: "Bonjour" })).ok).toBe(false);
    expect(await getFollowedConversation(ctx.db, ctx.actor, { helpRequestId, at: clock.now() })).toBeNull();
  }
  const otherPupil = await make.as((await world.newPupil()).id);
  expect(await getOwnConversation(otherPupil.db, otherPupil.actor, helpRequestId)).toBeNull();
  expect(await getOwnConversation(pupil.db, pupil.actor, helpRequestId)).toMatchObject({ messages: [] });
});
