import { describe, expect, it } from "vitest";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { answerJoinRequest } from "#app/domain/schools/team/answer-join-request.server.ts";
import { listSchoolTeams } from "#app/domain/schools/team/school-team.queries.server.ts";
import { password, requested, schoolStory } from "./school-story.ts";

const story = schoolStory();
const NOT_FOUND = { ok: false, error: { code: "not_found" } };

async function waiting(email?: string) {
  const asked = await requested(story, email);
  const head = await story.make.as(story.world.head.id);
  const [team] = await listSchoolTeams(head);
  const request = team?.requests.find((one) => one.email === asked.email);
  return { ...asked, head, requestId: request?.requestId ?? "" };
}

describe("a request to join a school", () => {
  it("is accepted by an invitation, which lets in the person and nobody else", async () => {
    const { email, head, requestId } = await waiting();
    expect(await answerJoinRequest(head, { requestId, accepted: true })).toEqual({ ok: true });
    expect(await story.mailed()).toEqual([{ template: "school-invitation", recipient: email }]);
    const { id: linkId } = await story.newest();
    await openLink(story.app, { linkId });
    const name = { firstName: "Omar", lastName: "Kaci" };
    const entered = await finishLink(story.app, { linkId, password, name });
    expect(entered).toMatchObject({ ok: true, value: { roles: ["teacher"] } });
    expect((await listSchoolTeams(head))[0]?.requests.map((one) => one.email)).not.toContain(email);
  });

  it("is refused with a word to the person, who may ask again", async () => {
    const { email, head, requestId } = await waiting();
    expect(await answerJoinRequest(head, { requestId, accepted: false })).toEqual({ ok: true });
    expect(await story.mailed()).toEqual([{ template: "school-join-refused", recipient: email }]);
    expect((await waiting(email)).requestId).not.toBe(requestId);
  });

  it("is answered once, by the first of two", async () => {
    const { head, requestId } = await waiting();
    const both = { ...head, db: story.database.openPool(2) };
    const answers = await Promise.all(
      [true, false].map((accepted) => answerJoinRequest(both, { requestId, accepted })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, error: { code: "already_answered" } });
  });

  it("is answered by the head and the office of that school alone", async () => {
    const { requestId } = await waiting();
    const elsewhere = await story.make.staff("schoolHead", (await story.make.school()).uai);
    for (const { id } of [elsewhere, story.world.teacher])
      expect(await answerJoinRequest(await story.make.as(id), { requestId, accepted: true })).toEqual(
        NOT_FOUND,
      );
  });
});
