import { describe, expect, it } from "vitest";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { inviteFirstMember } from "#app/domain/schools/team/invite-first-member.server.ts";
import { newEmail, schoolStory } from "./school-story.ts";

const story = schoolStory();

describe("the first member of a school", () => {
  it("leads to the first member, who is asked for a second factor", async () => {
    const { roles, secondFactorNeeded, personId } = await story.entered("schoolOffice");
    expect({ roles, secondFactorNeeded }).toEqual({ roles: ["schoolOffice"], secondFactorNeeded: true });
    expect((await story.make.as(personId)).actor.affiliations).toMatchObject([{ schoolUai: story.uai }]);
  });

  it("names one first member a link, in time, and only once it was used", async () => {
    const linkId = await story.claimed();
    const name = () => inviteFirstMember(story.app, { linkId, email: newEmail(), role: "schoolHead" });
    const over = { ok: false, error: { code: "over" } };
    expect(await name()).toEqual(over);
    await openLink(story.app, { linkId });
    expect((await Promise.all([name(), name()])).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await name()).toEqual(over);
  });
});
