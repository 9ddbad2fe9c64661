import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { open } from "./personas.ts";
import { expect, test } from "./test.ts";

const PHONE = { viewport: { width: 360, height: 740 } };
const FINGER = 44;
const MAX_GZIPPED_BYTES = 14_000;

const results = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 }).first();
const total = async (page: Page) => Number((await results(page).innerText()).replace(/\D.*$/su, ""));

test("a filter applies at once: the field keeps the focus, the page its place, and the way back undoes it", async ({
  browser,
}) => {
  const page = await open(browser, null);
  await page.goto("/");
  await page.goto("/offres?lieu=Rennes");
  await expect(results(page)).toHaveText(/^\d+ offres à moins de 30\s?km de Rennes/);
  const near = await total(page);
  await page.evaluate(() => window.scrollTo(0, 60));
  await page.getByLabel("Rayon").focus();
  await page.getByLabel("Rayon").selectOption("5");
  await expect(page).toHaveURL(/rayon=5/);
  await expect(results(page)).toHaveText(/à moins de 5\s?km de Rennes/);
  expect(await total(page)).toBeLessThan(near);
  await expect(page.getByLabel("Rayon")).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(60);

  const option = page
    .getByLabel("Secteur")
    .locator("option", { hasText: /\([1-9]\d*\)/ })
    .first();
  const promised = Number(/\((\d+)\)/.exec(await option.innerText())?.[1]);
  await page.getByLabel("Secteur").selectOption((await option.getAttribute("value")) ?? "");
  await expect(page).toHaveURL(/secteur=s/);
  await expect(results(page)).toHaveText(new RegExp(`^${promised} offre`));

  await page.goBack();
  await expect(page).toHaveURL(/rayon=5(?!.*secteur=s)/);
  await expect(page.getByLabel("Secteur")).toHaveValue("");
  await page.goBack();
  await expect(page.getByLabel("Rayon")).toHaveValue("30");
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
});

for (const javaScriptEnabled of [true, false])
  test(`results come first on a phone, whose form folds into one line, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
  }) => {
    const page = await open(browser, null, { javaScriptEnabled, viewport: { width: 360, height: 780 } });
    await page.goto("/offres?lieu=Rennes&rayon=20");
    const cards = page.locator(".offer-card");
    const { y = 0 } = (await cards.first().boundingBox()) ?? {};
    expect(y).toBeLessThan(260);
    await expect(cards.nth(2)).toBeInViewport();
    const line = page.locator(".search-bar summary").first();
    await expect(line).toContainText(/Rennes \(35\) · 20\s?km/);
    const place = page.getByLabel("Ville, code postal ou adresse");
    await expect(place).toBeHidden();
    await expect(place).toHaveValue("Rennes");

    await line.click();
    await place.fill("Lyon");
    await page.getByRole("button", { name: "Rechercher" }).click();
    await expect(results(page)).toHaveText(/de Lyon/);
    await expect(place).toBeHidden();
  });

test("a further page tells where it stands, and takes the focus at its results", async ({ browser }) => {
  const page = await open(browser, null, PHONE);
  await page.goto("/offres?lieu=Paris&rayon=100", { waitUntil: "networkidle" });
  const found = await total(page);
  expect(found).toBeGreaterThan(40);
  await page.getByRole("link", { name: "Page suivante" }).click();
  await expect(page.getByText(`21–40 sur ${found}`)).toBeVisible();
  await expect(results(page)).toBeFocused();
  await expect(results(page)).toBeInViewport();
  await page.getByRole("link", { name: "Page suivante" }).click();
  await expect(page.getByText(/^41–/)).toBeVisible();
  await page.getByRole("link", { name: "Revenir à la première page" }).click();
  await expect(page.getByText(/^41–/)).toHaveCount(0);
  await expect(page).not.toHaveURL(/curseur/);
});

test("tags take one filter away, all of them, and the fields follow", async ({ browser }) => {
  const page = await open(browser, null);
  await page.goto("/offres?lieu=Rennes&defi=solidarite&periode=semaine-1&q=accueil");
  const tags = page.getByRole("list", { name: "Filtres actifs" });
  await expect(tags.getByRole("listitem")).toHaveCount(3);
  await tags.getByRole("link", { name: "Solidarité" }).click();
  await expect(tags.getByRole("listitem")).toHaveCount(2);
  await expect(page).not.toHaveURL(/defi/);
  await expect(page.getByLabel("Période")).toHaveValue("semaine-1");
  await page.getByRole("link", { name: "Tout effacer" }).click();
  await expect(tags).toHaveCount(0);
  await expect(page.getByLabel("Période")).toHaveValue("");
  await expect(page.getByLabel("Mots-clés")).toHaveValue("");
  await expect(page.getByLabel("Ville, code postal ou adresse")).toHaveValue("Rennes");
});

test("words and a place typed are searched by the button, which leads to the results", async ({
  browser,
}) => {
  const page = await open(browser, null);
  await page.goto("/offres");
  await page.getByLabel("Ville, code postal ou adresse").fill("Lyon");
  await page.getByLabel("Mots-clés").fill("accueil");
  await page.getByRole("button", { name: "Rechercher" }).click();
  await expect(results(page)).toHaveText(/de Lyon/);
  await expect(results(page)).toBeFocused();
  await page.getByLabel("Ville, code postal ou adresse").fill("zzzzzz");
  await page.getByRole("button", { name: "Rechercher" }).click();
  await expect(page.getByLabel("Ville, code postal ou adresse")).toBeFocused();
  await expect(page.getByText("Nous ne trouvons pas")).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test(`a pupil keeps an offer from the list, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
  }) => {
    const page = await open(browser, "karim", { javaScriptEnabled, ...PHONE });
    await page.goto("/offres?lieu=Marseille");
    const card = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ has: page.locator("h3") })
      .nth(2);
    const keep = card.getByRole("button", { name: "Ajouter à mes favoris" });
    const remove = card.getByRole("button", { name: "Retirer de mes favoris" });
    await keep.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => window.scrollY);
    await keep.click();
    await expect(card.getByRole("status")).toHaveText("Offre ajoutée à vos favoris.");
    await expect(remove).toBeInViewport();
    if (javaScriptEnabled) {
      await expect(remove).toBeFocused();
      expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
    } else await expect(card).toBeFocused();
    await remove.click();
    await expect(card.getByRole("status")).toHaveText("Offre retirée de vos favoris.");
    await expect(keep).toBeInViewport();
  });

for (const javaScriptEnabled of [true, false])
  test(`a pupil keeps an offer from its page, which says so, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
  }) => {
    const page = await open(browser, "lea", { javaScriptEnabled, ...PHONE });
    await page.goto("/offres?lieu=Saint-Denis (93)");
    await page
      .locator("main li h3 a")
      .nth(javaScriptEnabled ? 3 : 4)
      .click();
    const part = page.locator(".favourite");
    const said = part.getByRole("status");
    await part.getByRole("button", { name: "Ajouter à mes favoris" }).click();
    await expect(said).toHaveText("Offre ajoutée à vos favoris.");
    await expect(said).toBeInViewport();
    if (!javaScriptEnabled) await expect(part).toBeFocused();
    await part.getByRole("button", { name: "Retirer de mes favoris" }).click();
    await expect(said).toHaveText("Offre retirée de vos favoris.");
    await expect(page).toHaveURL(/\/offres\/[0-9a-f-]{36}\?lieu=Saint-Denis/);
  });

test("an offer that a pupil has opened is told as seen, and forgotten on demand", async ({ browser }) => {
  // Nobody else of these tests opens an offer there.
  const page = await open(browser, "karim");
  await page.goto("/offres?lieu=Toulouse");
  const seen = page.getByRole("main").getByText("Déjà vue");
  const told = page.waitForRequest(/\/offres\/[0-9a-f-]{36}\/vue$/);
  await page.locator("main li h3 a").first().click();
  await told;
  await expect(async () => {
    await page.goto("/offres?lieu=Toulouse");
    await expect(seen.first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.goto("/eleve/favoris");
  await page.getByRole("button", { name: "Oublier les offres vues" }).click();
  await expect(page.getByText("sont oubliées")).toBeVisible();
  await page.goto("/offres?lieu=Toulouse");
  await expect(results(page)).toBeVisible();
  await expect(seen).toHaveCount(0);
});

test("the whole search is made on a phone without JavaScript", async ({ browser }) => {
  const page = await open(browser, null, { javaScriptEnabled: false, ...PHONE });
  await page.goto("/offres");
  await page.getByLabel("Ville, code postal ou adresse").fill("Rennes");
  await page.getByLabel("Rayon").selectOption("20");
  await page.getByLabel("Période").selectOption("semaine-2");
  await page.getByText("Plus de filtres").click();
  await page.getByLabel(/^Solidarité/).check();
  await page.getByRole("button", { name: "Rechercher" }).click();
  await expect(page).toHaveURL(/defi=solidarite/);
  await expect(results(page)).toHaveText(/à moins de 20\s?km de Rennes/);
  await expect(page.getByText(/2 filtres/)).toBeVisible();
  await page.getByRole("link", { name: "Solidarité" }).click();
  await expect(page).not.toHaveURL(/defi/);
});

test("on a phone the other filters come as a sheet, which leads back or on to the results", async ({
  browser,
}) => {
  const page = await open(browser, null, PHONE);
  await page.goto("/offres?lieu=Rennes", { waitUntil: "networkidle" });
  await page.locator("summary", { hasText: "Modifier la recherche" }).click();
  const summary = page.locator("summary", { hasText: "Plus de filtres" });
  const sheet = page.getByRole("dialog", { name: "Plus de filtres" });
  await summary.click();
  await expect(sheet.getByRole("button", { name: "Fermer" })).toBeFocused();
  const { y = 0, height = 0 } = (await sheet.boundingBox()) ?? {};
  expect(height).toBeLessThanOrEqual(PHONE.viewport.height * 0.85);
  await expect.poll(async () => (await sheet.boundingBox())?.y).toBe(PHONE.viewport.height - height);
  expect(y).toBeGreaterThan(0);

  await sheet.getByLabel(/^Solidarité/).check({ force: true });
  await expect(page).toHaveURL(/defi=solidarite/);
  await expect(sheet.getByRole("button", { name: /^Voir l/ })).toHaveText(
    /^Voir (?:les \d+ offres|l’offre)$/,
  );
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(summary).toBeFocused();
  await expect(summary).toHaveText("Plus de filtres (1)");

  await page.keyboard.press("Enter");
  await expect(sheet.getByLabel(/^Solidarité/)).toBeChecked();
  await sheet.getByRole("button", { name: /^Voir l/ }).click();
  await expect(sheet).toBeHidden();
  await expect(results(page)).toBeFocused();
  await expect(results(page)).toBeInViewport();

  await summary.click();
  await page.mouse.click(PHONE.viewport.width / 2, 10);
  await expect(sheet).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 900 });
  await summary.click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByLabel(/^Solidarité/)).toBeChecked();
});

test("what a search offers to press is as tall as a finger on a phone", async ({ browser }) => {
  const page = await open(browser, null, PHONE);
  await page.goto("/offres?lieu=saint-denis&q=accueil&rayon=60");
  const actions = page.locator(
    "main summary, .search-form__submit, .view-switch a, .save-search a, .search-results__sorts a, .search-results__others a, .offer-card__action button",
  );
  await page.locator(".search-results__sorts summary").click();
  await expect(page.locator(".search-results__sorts a").first()).toBeVisible();
  for (const action of await actions.filter({ visible: true }).all()) {
    const { height = 0 } = (await action.boundingBox()) ?? {};
    expect.soft(height, await action.innerText()).toBeGreaterThanOrEqual(FINGER);
  }
  for (const tag of await page.getByRole("list", { name: "Filtres actifs" }).getByRole("listitem").all())
    expect((await tag.boundingBox())?.height).toBeGreaterThanOrEqual(32);
});

test("a page of twenty offers is light, and nothing moves while it loads on a phone", async ({
  browser,
  request,
}) => {
  const html = await (await request.get("/offres?lieu=Rennes", { headers: { Accept: "text/html" } })).body();
  const bytes = gzipSync(html).length;
  test.info().annotations.push({ type: "HTML of 20 results, gzipped", description: `${bytes} bytes` });
  expect(html.toString().match(/<li class="offer-card fr-/g)).toHaveLength(20);
  expect(bytes).toBeLessThan(MAX_GZIPPED_BYTES);
  expect(html.toString()).toMatch(/<meta name="description" content="[^"]*près de Rennes/);

  const page = await open(browser, null, PHONE);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/offres?lieu=Rennes", { waitUntil: "networkidle" });
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test("a place is chosen when the press ends on it, not when it begins: one can still give up, or scroll", async ({
  browser,
}) => {
  const page = await open(browser, null, PHONE);
  await page.goto("/offres");
  const field = page.getByLabel("Ville, code postal ou adresse");
  await field.pressSequentially("renn");
  const rennes = page.getByRole("option").filter({ hasText: /^Rennes \(35\)/ });
  await expect(rennes).toBeVisible();
  const box = await rennes.boundingBox();
  await page.mouse.move(box!.x + 10, box!.y + 10);
  await page.mouse.down();
  await expect(field).toHaveValue("renn");
  await page.mouse.move(5, 5);
  await page.mouse.up();
  await expect(field).toHaveValue("renn");
  await expect(rennes).toBeVisible();
  await rennes.click();
  await expect(field).toHaveValue("Rennes (35)");
});
