import { expect, it } from "vitest";
import { loader } from "#app/routes/public/privacy.tsx";
import { routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("the page about personal data names the outside services that are set up, and no other", () => {
  const app = testApp(database, fakeClock());
  const told = (env: Partial<typeof app.env>) =>
    loader(routeArgs({ ...app, env: { ...app.env, ...env } }, { path: "/donnees-personnelles" }));
  expect(told({})).toEqual({ asksMapbox: false, asksTiles: false });
  const MAP_TILES_URL = "https://a.example/{z}/{x}/{y}.png";
  expect(told({ MAP_TILES_URL })).toEqual({ asksMapbox: false, asksTiles: true });
  expect(told({ MAPBOX_ACCESS_TOKEN: "pk.x" })).toEqual({ asksMapbox: true, asksTiles: false });
});
