import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inviteColleague } from "#app/domain/schools/team/invite-colleague.server.ts";
import { confirmJoinRequest } from "#app/domain/schools/team/confirm-join-request.server.ts";
import { listSchoolTeams } from "#app/domain/schools/team/school-team.queries.server.ts";
import { schoolJoinRequests } from "#db/schema/index.ts";
import { newEmail, requested, schoolStory } from "./school-story.ts";

const story = schoolStory();

describe("a request to join a school, once its address is proven", () => {
  it("is told to the head and the office, who read it in their team's page", async () => {
    const { email } = await requested(story);
    const head = await story.make.as(story.world.head.id);
    const [team] = await listSchoolTeams(head);
    expect(team?.requests).toContainEqual(expect.objectContaining({ email, role: "teacher" }));
    expect(await story.mailed()).toEqual([
      { template: "school-join-requested", recipient: story.world.head.email },
    ]);
  });

  it("is one, however often the same person asks, and by one press", async () => {
    const { email, linkId } = await requested(story);
    expect(await confirmJoinRequest(story.app, { linkId })).toEqual({ ok: false, error: { code: "used" } });
    await requested(story, email);
    const rows = await story.database.db
      .select()
      .from(schoolJoinRequests)
      .where(eq(schoolJoinRequests.email, email));
    expect(rows).toHaveLength(1);
  });

  it("is not made by a link of another kind", async () => {
    const head = await story.make.as(story.world.head.id);
    await inviteColleague(head, { uai: story.uai, email: newEmail(), role: "teacher" });
    const { id: linkId } = await story.newest();
    expect(await confirmJoinRequest(story.app, { linkId })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });
});
