import { describe, expect, it } from "vitest";
import { findActor } from "#app/domain/accounts/accounts.store.server.ts";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { listSchoolTeams } from "#app/domain/schools/team/school-team.queries.server.ts";
import { replaceHead } from "#app/domain/schools/team/replace-head.server.ts";
import { newEmail, password, schoolStory } from "./school-story.ts";

const story = schoolStory();
const DAY = "2027-09-01";
const rolesOn = async (personId: string, day: string) =>
  (await findActor(story.database.db, personId, new Date(`${day}T10:00:00Z`)))?.affiliations.map(
    ({ role }) => role,
  );

/** A head of their own for each story: the act is final. */
async function replaced(from = DAY) {
  const former = await story.make.staff("schoolHead", story.uai);
  const office = await story.make.as((await story.make.staff("schoolOffice", story.uai)).id);
  const email = newEmail();
  const outcome = await replaceHead(office, { uai: story.uai, formerId: former.id, email, from });
  return { former, office, email, outcome };
}

async function accepted() {
  const { id: linkId } = await story.newest();
  await openLink(story.app, { linkId });
  const name = { firstName: "Rose", lastName: "Blanc" };
  const entered = await finishLink(story.app, { linkId, password, name });
  if (!entered.ok) throw new Error(entered.error.code);
  return entered.value.personId;
}

describe("a new head of a school", () => {
  it("takes the place of the former on the day told, in one act", async () => {
    const { former, email, outcome } = await replaced();
    expect(outcome).toEqual({ ok: true });
    expect(await story.mailed()).toEqual([{ template: "school-invitation", recipient: email }]);
    const successorId = await accepted();
    expect(await rolesOn(former.id, "2027-08-31")).toEqual(["schoolHead"]);
    expect(await rolesOn(former.id, DAY)).toEqual([]);
    expect(await rolesOn(successorId, "2027-08-31")).toEqual([]);
    expect(await rolesOn(successorId, DAY)).toEqual(["schoolHead"]);
  });

  it("who has an account already keeps it, and is head from that day on", async () => {
    const former = await story.make.staff("schoolHead", story.uai);
    const { id, email } = story.world.employer;
    const head = await story.make.as(former.id);
    await replaceHead(head, { uai: story.uai, formerId: former.id, email: email ?? "", from: DAY });
    const { id: linkId } = await story.newest();
    expect(await openLink(story.app, { linkId })).toMatchObject({ value: { next: "sign_in" } });
    expect(await rolesOn(id, "2027-08-31")).toEqual(["employer"]);
    expect((await rolesOn(id, DAY))?.sort()).toEqual(["employer", "schoolHead"]);
  });

  it("is shown to come in the team's page, where the former is until the day before", async () => {
    const { former, office, email } = await replaced();
    const [team] = await listSchoolTeams(office);
    expect(team?.members.find(({ personId }) => personId === former.id)?.endsOn).toBe(DAY);
    expect(team?.invited.map((one) => one.email)).toContain(email);
  });

  it("may begin today, and the former sees nothing more", async () => {
    const { former } = await replaced("2027-03-01");
    expect(await rolesOn(former.id, "2027-03-01")).toEqual([]);
    expect(await rolesOn(await accepted(), "2027-03-01")).toEqual(["schoolHead"]);
  });

  it("begins on no day that is past or far, and takes the place of a head of that school alone", async () => {
    for (const day of ["2027-02-28", "2028-03-03"])
      expect((await replaced(day)).outcome).toEqual({ ok: false, error: { code: "wrong_day" } });
    const { office } = await replaced();
    const elsewhere = await story.make.staff("schoolHead", (await story.make.school()).uai);
    const input = { uai: story.uai, email: newEmail(), from: DAY };
    const notFound = { ok: false, error: { code: "not_found" } };
    for (const formerId of [elsewhere.id, story.world.teacher.id])
      expect(await replaceHead(office, { ...input, formerId })).toEqual(notFound);
    const formerId = (await story.make.staff("schoolHead", story.uai)).id;
    for (const who of [elsewhere.id, story.world.teacher.id])
      expect(await replaceHead(await story.make.as(who), { ...input, formerId })).toEqual(notFound);
  });
});
