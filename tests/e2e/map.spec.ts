import type { Page } from "@playwright/test";
import { spawnService } from "#tests/support/spawned-service.ts";
import { open } from "./personas.ts";
import { expectSound, SCREENS, violationsOf } from "./sound-page.ts";
import { expect, test } from "./test.ts";
import { startTileStandIn } from "./tile-stand-in.ts";

const map = (page: Page) => page.getByRole("region", { name: "Carte des offres" });
const markers = (page: Page) => page.locator(".map-marker");
const OFFER = /^\/offres\/[0-9a-f-]{36}/;

/** What the page asks of others than these, and what the browser complains of: nothing of either is expected. */
function watch(page: Page, origins = [new URL(process.env.E2E_BASE_URL ?? "").origin]): string[] {
  const troubles: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!origins.includes(new URL(url).origin) && !url.startsWith("data:")) troubles.push(url);
  });
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  return troubles;
}

/** Presses a key until the focus is on an offer alone, going nearer through clusters. */
async function openByKeyboard(page: Page): Promise<void> {
  for (let step = 0; step < 8; step += 1) {
    const alone = page.locator(".map-marker--alone").first();
    const marker = (await alone.count()) > 0 ? alone : markers(page).first();
    const before = await marker.getAttribute("aria-label");
    await marker.focus();
    await page.keyboard.press("Enter");
    const popup = page.getByRole("dialog", { name: /offres?$/ });
    const changed = page.locator(".map-popup a").or(page.locator(".map-marker--alone"));
    await expect(changed.first(), before ?? "").toBeAttached();
    if (await popup.isVisible()) return;
  }
}

test("the map is fetched when it is opened, shows every offer and leads to one, by the keyboard too", async ({
  browser,
}) => {
  const page = await open(browser, null, { reducedMotion: "reduce" });
  const troubles = watch(page);
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto("/offres?lieu=Rennes");
  await expect(page.getByRole("link", { name: "Liste" })).toHaveAttribute("aria-current", "true");
  expect(fetched.filter((path) => path.includes("leaflet"))).toEqual([]);

  await page.getByRole("link", { name: "Carte", exact: true }).click();
  await expect(page).toHaveURL(/lieu=Rennes.*vue=carte/);
  const heading = page.getByRole("heading", { level: 2, name: /offres à moins de 30/ });
  const total = /^\d+/.exec(await heading.innerText())?.[0];
  await expect(map(page).getByRole("status")).toHaveText(`${total} offres sur cette partie de la carte.`);
  await expect(markers(page).first()).toHaveAccessibleName(/^\d+ offres|,/);
  expect(fetched.filter((path) => path.includes("leaflet")).length).toBeGreaterThan(0);

  await openByKeyboard(page);
  const link = page.locator(".map-popup a").first();
  await expect(link).toBeFocused();
  await expect(link).toHaveAttribute("href", OFFER);
  await page.keyboard.press("Escape");
  await expect(page.locator(".map-popup a")).toHaveCount(0);
  await expect(page.locator(".map-marker:focus")).toHaveCount(1);
  await openByKeyboard(page);
  const title = await link.innerText();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(troubles).toEqual([]);
});

test("a card and its marker light each other, and the map can be passed", async ({ browser }) => {
  const page = await open(browser, null);
  await page.goto("/offres?lieu=Rennes&rayon=5&vue=carte");
  await expect(markers(page).first()).toBeVisible();
  const card = page.locator(".offer-card").first();
  await card.getByRole("link").first().focus();
  await expect(page.locator(".map-marker--lit")).toHaveCount(1);
  await page.locator(".map-marker--lit").focus();
  await expect(page.locator(".offer-card[data-lit]").first()).toBeVisible();
  await map(page).getByRole("link", { name: "Passer la carte" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest(".offers-map"))).toBeNull();
});

test("another part of France is one button away, and searched from there", async ({ browser }) => {
  const page = await open(browser, null, { reducedMotion: "reduce", viewport: { width: 360, height: 740 } });
  await page.goto("/offres?lieu=Rennes&vue=carte");
  await expect(markers(page).first()).toBeVisible();
  await map(page).getByRole("button", { name: "La Réunion" }).click();
  await expect(map(page).getByRole("status")).toContainText("Aucune offre de cette recherche");
  await map(page).getByRole("button", { name: "Chercher dans cette zone" }).click();
  await expect(page).toHaveURL(/lat=-21\.\d+&lon=55\.\d+&rayon=\d+/);
  await expect(page).toHaveURL(/vue=carte/);
  await expect(markers(page).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: /\(974\)/ })).toBeVisible();
});

test("without JavaScript the map is a drawing whose markers are links, above the list", async ({
  browser,
}) => {
  const page = await open(browser, null, { javaScriptEnabled: false });
  await page.goto("/offres?lieu=Rennes&vue=carte");
  await expect(page.getByRole("listitem").filter({ hasText: /km/ }).first()).toBeVisible();
  const marker = page.locator("svg a").first();
  await expect(marker).toHaveAccessibleName(/offres?|,/);
  await marker.click();
  await expect(page).toHaveURL(/lat=48\.\d+|\/offres\/[0-9a-f-]{36}/);
  await page.goto("/offres?lieu=Rennes&vue=carte");
  await page.getByRole("link", { name: "Mayotte" }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("(976)");
});

for (const screen of SCREENS)
  test(`the open map breaks no rule of axe, ${screen.colorScheme}, ${screen.viewport.width} px`, async ({
    browser,
  }) => {
    const page = await open(browser, null, screen);
    const troubles = watch(page);
    await page.goto("/offres?vue=carte");
    await expect(markers(page).first()).toBeVisible();
    await expectSound(page, "visitor, the map of the whole country", screen);
    await page.goto("/offres?lieu=Rennes&vue=carte");
    await expect(markers(page).first()).toBeVisible();
    await openByKeyboard(page);
    await expect(page.locator(".map-popup a").first()).toBeVisible();
    // The popup alone: what it hides of the markers behind it is nothing to press until it closes.
    expect(await violationsOf(page, ".leaflet-popup")).toEqual([]);
    expect(troubles).toEqual([]);
  });

test("pictures come from the one server that is configured, with its name, and learn nothing of the search", async ({
  browser,
}) => {
  const tiles = await startTileStandIn();
  const service = await spawnService("scripts/web.ts", {
    ready: "web server started",
    env: {
      SERVICE_MODE: "demonstration",
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? "",
      LOG_LEVEL: "info",
      MAP_TILES_URL: `${tiles.origin}/{z}/{x}/{y}.png`,
      MAP_TILES_ATTRIBUTION: "© Plans <d’essai>",
    },
  });
  try {
    const baseURL = `http://localhost:${service.port}`;
    const page = await open(browser, null, { baseURL });
    const troubles = watch(page, [baseURL, tiles.origin]);
    const answer = await page.goto("/offres?lieu=Rennes&vue=carte");
    const policy = await answer?.headerValue("content-security-policy");
    expect(policy?.split("; ")).toContain(`img-src 'self' data: ${tiles.origin}`);
    await expect(markers(page).first()).toBeVisible();
    const pictures = page.locator("img.leaflet-tile-loaded");
    await expect(pictures.first()).toBeVisible();
    const widths = await pictures.evaluateAll((all) =>
      all.map((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0)),
    );
    expect(Math.min(...widths)).toBeGreaterThan(0);
    await expect(map(page).getByText("© Plans <d’essai>")).toBeVisible();
    expect(tiles.asked.length).toBeGreaterThan(0);
    for (const { path, referer, cookie } of tiles.asked) {
      expect(path).toMatch(/^\/\d+\/\d+\/\d+\.png$/);
      expect([referer, cookie]).toEqual([`${new URL(page.url()).origin}/`, undefined]);
    }
    expect(troubles).toEqual([]);
  } finally {
    await service.stop();
    await tiles.close();
  }
});

test("the map moves without dragging, and its markers say where they stand", async ({ browser }) => {
  const page = await open(browser, null, { reducedMotion: "reduce" });
  await page.goto("/offres?lieu=Rennes&rayon=30&vue=carte");
  await expect(markers(page).first()).toBeVisible();
  const names = await markers(page).evaluateAll((all) =>
    all.map((one) => one.getAttribute("aria-label") ?? ""),
  );
  const gathered = names.filter((name) => /^\d/.test(name));
  expect(gathered.length).toBeGreaterThan(0);
  for (const name of gathered) expect(name).toMatch(/^\d+ offres (au même endroit, )?près d.+/);
  const arrows = map(page).getByRole("group", { name: "Déplacer la carte" });
  for (const arrow of ["Vers le nord", "Vers l’est"])
    await arrows.getByRole("button", { name: arrow }).click();
  await map(page).getByRole("button", { name: "Chercher dans cette zone" }).click();
  await expect(page).toHaveURL(/lat=48\.[2-9]/);
  await expect(page).toHaveTitle(/sur la carte/);
});
