import type { Page } from "@playwright/test";
import { startSecureFront } from "#tests/support/secure-front.ts";
import { freePort, spawnService } from "#tests/support/spawned-service.ts";
import { joinClass, PASSWORD } from "./classmate.ts";
import { expect, test } from "./test.ts";

/** Browsers keep the pages left in memory; the tests' own does too for once. */
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  },
});

const PAGES = ["/eleve", "/eleve/candidatures", "/compte"];

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await expect(page).toHaveURL(/\/eleve/);
}

/** Reads pages that bear a name, signs out, then goes back over all of them. */
async function leaveAndGoBack(page: Page): Promise<void> {
  const { email, firstName, lastName } = await joinClass("Gwendoline", "Kerguelen");
  const names = new RegExp(`${firstName}|${lastName}`);
  await signIn(page, email);
  for (const address of PAGES) {
    const answer = await page.goto(address);
    expect(answer?.headers()["cache-control"]).toBe("private, no-store");
    await expect(page.locator("html[data-fr-js]")).toBeVisible();
    await expect(page.locator("body")).toHaveText(names);
  }
  await page.goto("/deconnexion");
  await page.getByRole("button", { name: "Me déconnecter" }).click();
  await expect(page).toHaveURL(/\/connexion/);
  for (let step = 0; step <= PAGES.length; step += 1) {
    await page.goBack();
    await expect(page).toHaveURL(/\/(connexion|deconnexion)/);
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("body")).not.toHaveText(names);
  }
}

test("Back after sign-out shows no name", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  await leaveAndGoBack(await context.newPage());
});

test("a page that the browser brings back from its memory is asked for again", async ({
  browser,
  baseURL,
}) => {
  const { email, lastName } = await joinClass("Gwendoline", "Kerguelen");
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await signIn(page, email);
  await page.goto("/compte");
  await expect(page.locator("body")).toContainText(lastName);
  await context.clearCookies();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(page).toHaveURL(/\/connexion/);
});

test("Back after sign-out shows no name over https, where browsers keep more", async ({ browser }) => {
  const port = await freePort();
  const origin = `https://localhost:${port}`;
  const service = await spawnService("scripts/web.ts", {
    ready: "web server started",
    env: {
      SERVICE_MODE: "test",
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? "",
      PUBLIC_URL: origin,
      TRUSTED_PROXIES: "1",
      RESEND_BASE_URL: "http://127.0.0.1:9",
      STOP_NOTICE_SECONDS: "0",
      LOG_LEVEL: "info",
    },
  });
  const front = await startSecureFront(port, service.port);
  try {
    const context = await browser.newContext({ baseURL: origin, ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await leaveAndGoBack(page);
    const answer = await page.request.get("/connexion");
    expect(answer.headers()["strict-transport-security"]).toBeTruthy();
  } finally {
    await front.close();
    await service.stop();
  }
});
