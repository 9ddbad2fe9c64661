import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { claimSchool } from "#app/domain/schools/team/claim-school.server.ts";
import { findJoinableSchools } from "#app/domain/schools/team/joinable-schools.queries.server.ts";
import { schools } from "#db/schema/index.ts";
import { password, schoolStory } from "./school-story.ts";

const story = schoolStory();

describe("claiming a school", () => {
  it("sends a link to the mailbox of the directory, and lets nobody in by itself", async () => {
    const linkId = await story.claimed();
    expect(await story.mailed()).toEqual([{ template: "school-claim", recipient: "ce.school@example.org" }]);
    expect(await openLink(story.app, { linkId })).toEqual({ ok: true, value: { next: "name_first_member" } });
    const stolen = await finishLink(story.app, { linkId, password, name: { firstName: "A", lastName: "B" } });
    expect(stolen).toEqual({ ok: false, error: { code: "no_account" } });
  });

  it("is refused for a school without mailbox, and for one that has no pupil of seconde or does not exist", async () => {
    const other = (await story.make.world()).school.uai;
    await story.database.db
      .update(schools)
      .set({ hasSeconde: true, email: null })
      .where(eq(schools.uai, other));
    expect(await claimSchool(story.app, { uai: other })).toEqual({
      ok: false,
      error: { code: "no_mailbox" },
    });
    await story.database.db
      .update(schools)
      .set({ hasSeconde: false, email: "ce.other@example.org" })
      .where(eq(schools.uai, other));
    for (const unknown of [other, "9999999Z"])
      expect(await claimSchool(story.app, { uai: unknown })).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
  });

  it("finds schools by the words of their name and town, without accents, and by their UAI", async () => {
    await story.database.db
      .update(schools)
      .set({ name: "Lycée Émile-Zola", town: "Évreux" })
      .where(eq(schools.uai, story.uai));
    const found = async (words: string) => (await findJoinableSchools(story.database.db, words)).schools;
    for (const words of ["emile zola evreux", "ÉVREUX", story.uai.toLowerCase()])
      expect((await found(words)).map((school) => school.uai)).toEqual([story.uai]);
    expect((await found("evreux ".repeat(50))).map((school) => school.uai)).toEqual([story.uai]);
    expect(await found("zola rennes")).toEqual([]);
    expect(await found("100%_")).toEqual([]);
  });
});
