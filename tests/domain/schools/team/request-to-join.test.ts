import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { isOfDomain } from "#app/domain/schools/team/academy-address.ts";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { requestToJoin } from "#app/domain/schools/team/request-to-join.server.ts";
import { academies, schools } from "#db/schema/index.ts";
import { inAcademy, password, schoolStory } from "./school-story.ts";

const story = schoolStory();

describe("asking to join a school", () => {
  it("sends a link to an address of the académie, which opens nothing by itself", async () => {
    await inAcademy(story);
    const email = "omar.kaci@ac-rennes.fr";
    expect(await requestToJoin(story.app, { uai: story.uai, email, role: "teacher" })).toEqual({ ok: true });
    expect(await story.mailed()).toEqual([{ template: "school-request", recipient: email }]);
    const { id: linkId } = await story.newest();
    expect(await openLink(story.app, { linkId })).toEqual({ ok: false, error: { code: "no_account" } });
    const name = { firstName: "A", lastName: "B" };
    expect((await finishLink(story.app, { linkId, password, name })).ok).toBe(false);
  });

  it("is refused for another address, another kind of school and an académie that is not known", async () => {
    await inAcademy(story);
    const ask = (email: string, uai = story.uai) =>
      requestToJoin(story.app, { uai, email, role: "schoolHead" });
    expect(await ask("omar@example.org")).toEqual({
      ok: false,
      error: { code: "other_domain", domain: "ac-rennes.fr" },
    });
    expect(await ask("omar@ac-rennes.fr", "9999999Z")).toEqual({ ok: false, error: { code: "not_found" } });
    await story.database.db.update(academies).set({ emailDomain: null });
    expect(await ask("omar@ac-rennes.fr")).toEqual({ ok: false, error: { code: "no_domain" } });
    await story.database.db.update(schools).set({ hasSeconde: false }).where(eq(schools.uai, story.uai));
    expect(await ask("omar@ac-rennes.fr")).toEqual({ ok: false, error: { code: "not_found" } });
    await inAcademy(story);
  });

  it.each([
    ["omar@ac-rennes.fr", true],
    ["omar@AC-Rennes.FR", true],
    ["omar@notac-rennes.fr", false],
    ["omar@ac-rennes.fr.example.org", false],
    ["omar@eleves.ac-rennes.fr", false],
    ['"omar@ac-rennes.fr"@example.org', false],
    ["ac-rennes.fr", false],
  ])("knows an address of the académie from one that looks like it: %s", (email, isOne) => {
    expect(isOfDomain(email, "ac-rennes.fr")).toBe(isOne);
  });
});
