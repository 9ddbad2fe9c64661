import { expect, it } from "vitest";
import { searchAccounts } from "#app/domain/accounts/openings/search-accounts.server.ts";
import { openingStory } from "./opening-story.ts";

const story = openingStory();

it("shows enough to know an account by, and keeps that someone looked, not what they typed", async () => {
  const [admin, person] = [await story.admin(), await story.person()];
  const found = await searchAccounts(admin, { words: "duval zoe" });
  expect(found).toMatchObject([{ personId: person.id, firstName: "Zoé", lastName: "Inventée-Duval" }]);
  expect(JSON.stringify(found)).not.toContain(person.email);
  expect(await story.acts()).toMatchObject([{ action: "accounts.searched", subjectId: null }]);
  expect(JSON.stringify(await story.acts())).not.toMatch(/duval/i);
});
