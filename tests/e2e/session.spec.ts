import { DEMONSTRATION_PASSWORD } from "#app/domain/accounts/demonstration-accounts.ts";
import { open, openAndSignIn, PERSONAS } from "./personas.ts";
import { expectSoundOnEachScreen } from "./sound-page.ts";
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
  await expect(page.getByRole("button", { name: "Garder ma session ouverte" })).toHaveCount(0);
  await page.clock.fastForward(6 * MINUTE_MS);
  await expect(page.getByRole("button", { name: "Garder ma session ouverte" })).toBeVisible();
  await page.clock.fastForward(6 * MINUTE_MS);
  await expect(page.getByText("Votre session est terminée.")).toBeVisible();
  await expect(page.getByLabel(/Voulez-vous en dire plus/)).toHaveValue("J’écris lentement.");
});

test("without JavaScript the page says until when the session lasts", async ({ browser }) => {
  const page = await open(browser, "ines", { javaScriptEnabled: false });
  await page.goto("/eleve");
  await expect(page.getByRole("contentinfo")).toContainText(/Votre session se ferme à \d+ h/);
});

for (const javaScriptEnabled of [true, false])
  test(`what is sent once the session has ended is given back after the sign-in, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await openAndSignIn(browser, "lea", { javaScriptEnabled });
    await page.goto("/eleve/probleme");
    await page.getByLabel("Autre chose").check({ force: true });
    await page.getByLabel(/Voulez-vous en dire plus/).fill("J’ai mis longtemps à l’écrire.");
    const ended = Buffer.from(JSON.stringify("a session of before")).toString("base64");
    await page.context().addCookies([{ name: "session", value: ended, url: new URL("/", page.url()).href }]);
    await page.getByRole("button", { name: "Envoyer à mon équipe enseignante" }).click();
    await expect(page).toHaveURL(/\/connexion\?retour=%2Fcompte%2Fenvoi$/);
    await page.getByLabel("Adresse électronique").fill(PERSONAS.lea);
    await page.getByLabel("Mot de passe").fill(DEMONSTRATION_PASSWORD);
    await page.getByRole("button", { name: "Se connecter", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre envoi n’est pas encore parti");
    await expect(page.getByText("J’ai mis longtemps à l’écrire.")).toBeVisible();
    if (javaScriptEnabled) await expectSoundOnEachScreen(page, "a form given back");
    await page.getByRole("button", { name: "Envoyer maintenant" }).click();
    await expect(page).toHaveURL(/\/eleve\/probleme\?fait=envoye/);
  });
