import { expect, it } from "vitest";
import { requireActor } from "#app/web/require-actor.server.ts";
import { routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it.each([
  ["/employeur/offres?page=2", "/employeur/offres?page=2"],
  ["/employeur/offres.data?_routes=routes%2Femployer%2Foffers&page=2", "/employeur/offres?page=2"],
  ["/employeur/offres.data?page=2&_routes=root", "/employeur/offres?page=2"],
  ["/_root.data", "/"],
  [`/employeur/offres?page=${"2".repeat(3000)}`, "/compte"],
])("sends a visitor of %s to the sign-in page, then back to its page", async (path, back) => {
  const args = routeArgs(testApp(database, fakeClock()), { path });
  const { location } = await statusOf(() => requireActor(args, "employer"));
  expect(location).toBe(`/connexion?${new URLSearchParams({ retour: back }).toString()}`);
});
