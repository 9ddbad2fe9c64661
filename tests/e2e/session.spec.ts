import { open } from "./personas.ts";
import { expect, test } from "./test.ts";

const MINUTE_MS = 60_000;

test("a session says before it ends that it will, then that it has, without leaving the page", async ({
  browser,
}) => {
  const page = await open(browser, "ines");
  await page.clock.install();
  await page.goto("/eleve/probleme");
  await page.getByLabel(/Voulez-vous en dire plus/).fill("J’écris lentement.");
  await page.clock.fastForward(20 * MINUTE_MS);
  await expect(page.getByRole("button", { name: "Rester connecté" })).toHaveCount(0);
  await page.clock.fastForward(6 * MINUTE_MS);
  await expect(page.getByRole("button", { name: "Rester connecté" })).toBeVisible();
  await page.clock.fastForward(6 * MINUTE_MS);
  await expect(page.getByText("Votre session est terminée.")).toBeVisible();
  await expect(page.getByLabel(/Voulez-vous en dire plus/)).toHaveValue("J’écris lentement.");
});

test("without JavaScript the page says until when the session lasts", async ({ browser }) => {
  const page = await open(browser, "ines", { javaScriptEnabled: false });
  await page.goto("/eleve");
  await expect(page.getByRole("contentinfo")).toContainText(/Votre session se ferme à \d+ h/);
});
