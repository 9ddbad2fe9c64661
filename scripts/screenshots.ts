import { mkdir } from "node:fs/promises";
import { chromium, type Page } from "@playwright/test";
import { DEMONSTRATION_PASSWORD } from "#app/domain/accounts/demonstration-accounts.ts";
import { findChromium } from "./bootstrap/system-packages.mjs";

/** Takes the pictures of the README from a demonstration that runs at `--url` (http://localhost:3000). */
const url = process.argv[process.argv.indexOf("--url") + 1] ?? "";
const baseURL = url.startsWith("http") ? url : "http://localhost:3000";
const folder = ".github/screenshots";

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe").fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL((current) => !current.pathname.startsWith("/connexion"));
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${folder}/${name}.png` });
  process.stdout.write(`${folder}/${name}.png\n`);
}

const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ baseURL, viewport: { width: 1100, height: 900 }, locale: "fr-FR" });
await mkdir(folder, { recursive: true });
await page.goto("/offres?lieu=Rennes");
await shoot(page, "offres");
await signIn(page, "sophie.bernard@example.org");
await page.goto("/etablissement/conventions");
await page.locator("main a[href^='/etablissement/conventions/0']").first().click();
await page.waitForURL(/conventions\/0/);
await shoot(page, "convention");
await browser.close();
