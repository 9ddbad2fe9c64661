import { describe, expect, it } from "vitest";
import { answerHelpRequest } from "#app/domain/help/answer-help-request.server.ts";
import { getFollowedConversation } from "#app/domain/help/conversation.queries.server.ts";
import { countOpenHelpRequests, listOpenHelpRequests } from "#app/domain/help/help.queries.server.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import { listConfidants } from "#app/domain/help/school-contacts.queries.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { helpStory } from "./help-story.ts";

const database = testDatabase();

describe("a request written to one person", () => {
  it("is read by that person alone, not even by the head", async () => {
    const { ask, clock, world, teacher, head } = await helpStory(database);
    const helpRequestId = await ask("behaviour", world.teacher.id);
    expect(await listOpenHelpRequests(teacher.db, teacher.actor)).toMatchObject([{ id: helpRequestId }]);
    expect(await listOpenHelpRequests(head.db, head.actor)).toEqual([]);
    expect(await countOpenHelpRequests(head.db, head.actor, world.campaign)).toEqual([]);
    const asked = { helpRequestId, at: clock.now() };
    expect(await getFollowedConversation(head.db, head.actor, asked)).toBeNull();
    expect((await answerHelpRequest(head, { helpRequestId, body: "Bonjour" })).ok).toBe(false);
    expect((await answerHelpRequest(teacher, { helpRequestId, body: "Je suis là." })).ok).toBe(true);
  });

  it("goes to someone who follows the class, never to a guessed identifier", async () => {
    const { make, world, pupil, clock } = await helpStory(database);
    const colleague = await make.staff("teacher", world.school.uai);
    const office = await make.staff("schoolOffice", world.school.uai);
    const confidants = await listConfidants(pupil.db, pupil.actor, world.campaign, clock.now());
    expect(confidants.map(({ personId }) => personId).sort()).toEqual(
      [world.teacher.id, world.head.id, office.id].sort(),
    );
    for (const reader of [colleague.id, world.employer.id, world.pupil.id])
      expect(await requestHelp(pupil, { topic: "behaviour", body: "", reader })).toEqual({
        ok: false,
        error: { code: "unknown_reader" },
      });
  });
});
