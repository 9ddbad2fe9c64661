import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { OF_2021 } from "./engines/phone-of-2021.ts";
import { open, type Persona } from "./personas.ts";
import { expect, test } from "./test.ts";

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
};

/** A browser older than what our scripts need. */
const OF_2019 = () => Reflect.deleteProperty(String.prototype, "replaceAll");

/** A browser in which a page cannot be drawn. */
const FAILING = () => {
  Intl.DateTimeFormat.prototype.formatToParts = () => {
    throw new RangeError("no locale data");
  };
};

interface Watched {
  page: Page;
  /** Errors of scripts and violations of the security policy, as the browser tells them. */
  faults: string[];
}

async function openIn(browser: Browser, persona: Persona | null, change: () => void): Promise<Watched> {
  const page = await open(browser, persona, PHONE);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.addInitScript(change);
  return { page, faults };
}

/** The page has come alive: React took it over and the design system started. */
const alive = (page: Page) => page.locator("html[data-fr-js]");

const PAGES: [Persona | null, string[]][] = [
  [null, ["/offres?lieu=Rennes", "/"]],
  ["lea", ["/eleve", "/eleve/candidatures", "/notifications", "/eleve/suggestions"]],
  ["claire", ["/employeur", "/employeur/candidatures", "/employeur/offres/nouvelle"]],
  ["sophie", ["/etablissement", "/etablissement/conventions"]],
];

for (const [persona, addresses] of PAGES) {
  test(`a phone of 2021 shows and runs every page of ${persona ?? "visitors"}`, async ({ browser }) => {
    const { page, faults } = await openIn(browser, persona, OF_2021);
    for (const address of addresses) {
      await page.goto(address);
      const heading = await page.locator("h1").textContent();
      await expect(alive(page)).toBeVisible();
      await expect(page.locator("h1")).toHaveText(heading ?? "");
      await expect(page.locator(".error-page")).toHaveCount(0);
    }
    expect(faults).toEqual([]);
  });
}

test("a phone of 2021 searches, filters and goes to the next page without a new document", async ({
  browser,
}) => {
  const { page, faults } = await openIn(browser, null, OF_2021);
  await page.goto("/offres?lieu=Rennes");
  await expect(alive(page)).toBeVisible();
  await page.locator("summary", { hasText: "Modifier la recherche" }).click();
  await page.getByLabel("Rayon").selectOption("100");
  await expect(page).toHaveURL(/rayon=100/);
  await page.getByRole("link", { name: "Page suivante" }).click();
  await expect(page).toHaveURL(/curseur=/);
  await page.getByText(/Plus de filtres/).click();
  await expect(page.getByLabel("Secteur")).toBeVisible();
  expect(faults).toEqual([]);
});

test("a browser without what the scripts need keeps the page of the server, which works", async ({
  browser,
}) => {
  const { page } = await openIn(browser, "lea", OF_2019);
  await page.goto("/eleve/candidatures");
  await expect(page.locator("html:not([data-js])")).toBeVisible();
  await expect(page.locator(".js-only").first()).toBeHidden();
  await page.goto("/offres");
  await page.getByLabel("Ville, code postal ou adresse").fill("Rennes");
  await page.getByRole("button", { name: "Rechercher" }).click();
  await expect(page.getByRole("heading", { name: /offres/ }).first()).toBeVisible();
  await expect(page.locator("html[data-fr-js]")).toHaveCount(0);
});

test("a page that cannot be taken over stays as the server sent it, without a word that is false", async ({
  browser,
}) => {
  const { page } = await openIn(browser, "lea", FAILING);
  await page.goto("/eleve/candidatures");
  await expect(page.locator("html:not([data-js])")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mes candidatures");
  await expect(page.getByText("Un problème est survenu")).toHaveCount(0);
  await page.locator("main a[href*='/eleve/candidatures/']").first().click();
  await expect(page).toHaveURL(/candidatures\/./);
  await expect(page.locator(".error-page")).toHaveCount(0);
});
