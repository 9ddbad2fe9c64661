import { expect, it } from "vitest";
import { pages } from "#app/routes.ts";
import SitePlan from "#app/routes/public/site-plan.tsx";
import { html } from "#tests/ui/render.tsx";

/** Not for readers: machines, files, the demonstration’s mailbox, administrators, and steps on the way to a page. */
const LEFT_OUT =
  /^(admin|dev|api|sitemap|healthz|readyz|metrics|robots|lieux|\.well-known|deconnexion|connexion\/|compte\/|offres\/carte|plan-du-site|etablissement\/(?:employeurs\/)?export|etablissement\/encouragements)|[:*.]/;

const addresses = pages.map(({ path }) => path ?? "").filter((path) => !LEFT_OUT.test(path));
const linked = () => [...html(<SitePlan />).matchAll(/href="\/([^"?]*)/g)].map(([, path]) => path ?? "");

it("the plan of the site leads to every page that has an address of its own", () => {
  expect([...new Set(linked())].sort()).toEqual(expect.arrayContaining([...addresses].sort()));
});

it("the plan of the site leads nowhere else", () => {
  const known = new Set(pages.map(({ path }) => path ?? ""));
  expect(linked().filter((path) => !known.has(path))).toEqual([]);
});
