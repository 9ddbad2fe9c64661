import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { renewLink } from "#app/domain/accounts/links/renew-link.server.ts";
import { endMembership } from "#app/domain/schools/team/end-membership.server.ts";
import { inviteColleague } from "#app/domain/schools/team/invite-colleague.server.ts";
import { inviteColleagueSchema } from "#app/domain/schools/team/school-team.schema.ts";
import { listSchoolTeams } from "#app/domain/schools/team/school-team.queries.server.ts";
import { auditEntries, classGroups, classMembers } from "#db/schema/index.ts";
import { nextNumber } from "#tests/support/factories.ts";
import { newEmail, password, schoolStory } from "./school-story.ts";

const story = schoolStory();

async function newClass(schoolUai = story.uai) {
  const name = `2de ${nextNumber()}`;
  const [group] = await story.database.db
    .insert(classGroups)
    .values({ schoolUai, schoolYear: "2026-2027", name })
    .returning({ id: classGroups.id, name: classGroups.name });
  if (!group) throw new Error("No class");
  return group;
}

function entrustedTo(personId: string) {
  return story.database.db
    .select({ classGroupId: classMembers.classGroupId, role: classMembers.role })
    .from(classMembers)
    .where(eq(classMembers.personId, personId));
}

function auditOf(classGroupId: string) {
  return story.database.db
    .select({ action: auditEntries.action, actorId: auditEntries.actorId })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, classGroupId));
}

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

  it("entrust classes to a teacher, who follows them as soon as the link is answered; one that has gone is skipped", async () => {
    const head = await story.make.as((await story.entered()).personId);
    const [kept, gone] = [await newClass(), await newClass()];
    const email = newEmail();
    const invited = { uai: story.uai, email, role: "teacher", classGroupIds: [kept.id, gone.id] } as const;
    expect(await inviteColleague(head, invited)).toEqual({ ok: true });
    const shown = (await listSchoolTeams(head))[0]?.invited.find((one) => one.email === email);
    expect(shown?.classNames).toEqual([kept.name, gone.name].sort());
    await story.database.db.delete(classGroups).where(eq(classGroups.id, gone.id));
    const { id: linkId } = await story.newest();
    await openLink(story.app, { linkId });
    const name = { firstName: "Léo", lastName: "Brun" };
    const entered = await finishLink(story.app, { linkId, password, name });
    if (!entered.ok) throw new Error(entered.error.code);
    const { personId } = entered.value;
    expect(await entrustedTo(personId)).toEqual([{ classGroupId: kept.id, role: "form_teacher" }]);
    expect(await auditOf(kept.id)).toEqual([{ action: "class.teacher_assigned", actorId: personId }]);
  });

  it("entrust them to someone who has an account too, and by the link that renews the first", async () => {
    const head = await story.make.as((await story.entered()).personId);
    const { id: classGroupId } = await newClass();
    const { id, email } = await story.make.person();
    const invited = { uai: story.uai, email: email ?? "", role: "teacher" } as const;
    const classes = { classGroupIds: [classGroupId], classRole: "referent_teacher" } as const;
    await inviteColleague(head, Object.assign({}, invited, classes));
    const first = await story.newest();
    expect(await renewLink(story.app, { linkId: first.id })).toEqual({ ok: true });
    const { id: linkId } = await story.newest();
    expect(linkId).not.toBe(first.id);
    expect(await openLink(story.app, { linkId })).toEqual({ ok: true, value: { next: "sign_in" } });
    expect(await entrustedTo(id)).toEqual([{ classGroupId, role: "referent_teacher" }]);
  });

  it("entrust no class of another school, and none to the office", async () => {
    const head = await story.make.as((await story.entered()).personId);
    const elsewhere = await newClass((await story.make.school()).uai);
    const invited = { uai: story.uai, email: newEmail(), classGroupIds: [elsewhere.id] };
    expect(await inviteColleague(head, Object.assign({ role: "teacher" } as const, invited))).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
    const typed = { uai: story.uai, email: newEmail(), role: "schoolOffice", classGroupIds: [elsewhere.id] };
    expect(inviteColleagueSchema.safeParse(typed).error?.issues[0]?.path).toEqual(["classGroupIds"]);
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
