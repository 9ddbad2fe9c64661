import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { endMembership } from "#app/domain/schools/team/end-membership.server.ts";
import { affiliations, persons } from "#db/schema/index.ts";
import { schoolStory } from "./school-story.ts";

const story = schoolStory();

describe("the members of a school", () => {
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
