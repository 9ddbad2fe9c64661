import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { inviteColleague } from "#app/domain/schools/team/invite-colleague.server.ts";
import { endMembership } from "#app/domain/schools/team/end-membership.server.ts";
import { affiliations, persons } from "#db/schema/index.ts";
import { schoolStory } from "./school-story.ts";

const story = schoolStory();

describe("the members of a school", () => {
  it("may let someone in again on the very day on which they ended the access", async () => {
    const head = await story.make.as((await story.entered()).personId);
    const { email, personId } = await story.entered("schoolOffice");
    await endMembership(head, { uai: story.uai, personId });
    await inviteColleague(head, { uai: story.uai, email, role: "schoolOffice" });
    const { id: linkId } = await story.newest();
    expect(await openLink(story.app, { linkId })).toMatchObject({ value: { next: "sign_in" } });
    const { affiliations: held } = (await story.make.as(personId)).actor;
    expect(held).toMatchObject([{ role: "schoolOffice", schoolUai: story.uai }]);
  });

  it("end the access of someone who has left, whose account stays, but not their own", async () => {
    const head = await story.make.as((await story.entered()).personId);
    const gone = await story.entered("schoolOffice");
    expect(await endMembership(head, { uai: story.uai, personId: gone.personId })).toEqual({ ok: true });
    expect((await story.make.as(gone.personId)).actor.affiliations).toEqual([]);
    expect(await story.database.db.select().from(persons).where(eq(persons.id, gone.personId))).toHaveLength(
      1,
    );
    const own = head.actor.personId;
    expect(await endMembership(head, { uai: story.uai, personId: own })).toEqual({
      ok: false,
      error: { code: "oneself" },
    });
    const kept = await story.database.db.select().from(affiliations).where(eq(affiliations.personId, own));
    expect(kept.every(({ validTo }) => validTo === null)).toBe(true);
  });
});
