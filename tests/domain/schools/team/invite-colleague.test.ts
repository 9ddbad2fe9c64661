import { describe, expect, it } from "vitest";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { endMembership } from "#app/domain/schools/team/end-membership.server.ts";
import { inviteColleague } from "#app/domain/schools/team/invite-colleague.server.ts";
import { listSchoolTeams } from "#app/domain/schools/team/school-team.queries.server.ts";
import { newEmail, password, schoolStory } from "./school-story.ts";

const story = schoolStory();

describe("the members of a school", () => {
  it("invite a colleague, who gets in by the link alone", async () => {
    const head = await story.make.as((await story.entered()).personId);
    const email = newEmail();
    expect(await inviteColleague(head, { uai: story.uai, email, role: "teacher" })).toEqual({ ok: true });
    expect(await story.mailed()).toEqual([{ template: "school-invitation", recipient: email }]);
    const waiting = async () => (await listSchoolTeams(head))[0]?.invited.map((one) => one.email) ?? [];
    expect(await waiting()).toContain(email);
    const { id: linkId } = await story.newest();
    await openLink(story.app, { linkId });
    const name = { firstName: "Léo", lastName: "Brun" };
    expect(await finishLink(story.app, { linkId, password, name })).toMatchObject({
      value: { roles: ["teacher"] },
    });
    expect(await waiting()).not.toContain(email);
    expect(await inviteColleague(head, { uai: story.uai, email, role: "teacher" })).toEqual({
      ok: false,
      error: { code: "already_member" },
    });
  });

  it("invite someone who has an account elsewhere: it gains the school, and keeps what it had", async () => {
    const head = await story.make.as((await story.entered()).personId);
    const email = story.world.employer.email ?? "";
    await inviteColleague(head, { uai: story.uai, email, role: "teacher" });
    const { id: linkId } = await story.newest();
    expect(await openLink(story.app, { linkId })).toEqual({ ok: true, value: { next: "sign_in" } });
    const roles = (await story.make.as(story.world.employer.id)).actor.affiliations.map(({ role }) => role);
    expect(roles.sort()).toEqual(["employer", "teacher"]);
  });

  it("let in nobody for another school, and teachers invite nobody", async () => {
    const head = await story.make.as((await story.entered()).personId);
    const elsewhere = (await story.make.world()).school.uai;
    const refused = { ok: false, error: { code: "not_found" } };
    expect(await inviteColleague(head, { uai: elsewhere, email: newEmail(), role: "teacher" })).toEqual(
      refused,
    );
    const teacher = await story.make.as(story.world.teacher.id);
    expect(await inviteColleague(teacher, { uai: story.uai, email: newEmail(), role: "schoolHead" })).toEqual(
      refused,
    );
    expect(await endMembership(teacher, { uai: story.uai, personId: head.actor.personId })).toEqual(refused);
  });
});
