import type { Page } from "@playwright/test";
import { open } from "./personas.ts";
import { expectSoundOnEachScreen } from "./sound-page.ts";
import { expect, test } from "./test.ts";

const CHOSEN = "trois girafes dansent";
const PHONE = { viewport: { width: 360, height: 740 } };

/** The office enters a pupil in a class of its own and prints the card. */
async function printCard(page: Page, firstName: string, isLookedAt: boolean): Promise<string> {
  const look = (where: string) => (isLookedAt ? expectSoundOnEachScreen(page, where) : undefined);
  await page.goto("/etablissement/classes");
  await page.getByLabel("Nom de la classe").fill(`2de ${firstName}`);
  await page.getByLabel("Nombre d’élèves attendus").last().fill("28");
  await page.getByRole("button", { name: "Ajouter la classe" }).click();
  await expect(page).toHaveURL(/fait=ajoutee/);
  await page.getByRole("link", { name: `Ajouter un élève en 2de ${firstName}` }).click();
  await page.getByLabel("Prénom").fill(firstName);
  await page.getByLabel("Nom", { exact: true }).fill("Le Goff");
  await page.getByLabel("Date de naissance").fill("2011-10-02");
  await page.getByRole("button", { name: "Ajouter l’élève" }).click();
  await expect(page).toHaveURL(/fait=ajoute/);
  await page.goto("/etablissement");
  await expect(page.getByText("28 élèves, 1 inscrit, 0 compte activé").first()).toBeVisible();
  await page.getByRole("link", { name: "Cartes d’activation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cartes d’activation" })).toBeVisible();
  await page.getByRole("link", { name: `2de ${firstName}`, exact: true }).click();
  await expect(page.getByRole("checkbox", { name: `${firstName} Le Goff` })).toBeChecked();
  await look("the cards of a class");
  await page.getByRole("button", { name: "Imprimer les cartes" }).click();
  await expect(page.getByRole("heading", { name: `${firstName} Le Goff` })).toBeVisible();
  await look("printed cards");
  return page.locator(".cards__code").innerText();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`a pupil without address gets in by the card of the school, ${how} JavaScript`, async ({
    browser,
  }) => {
    const firstName = javaScriptEnabled ? "Naïm" : "Maëlle";
    const office = await open(browser, "paul", { javaScriptEnabled, ...PHONE });
    const code = await printCard(office, firstName, javaScriptEnabled);

    const page = await open(browser, null, { javaScriptEnabled, ...PHONE });
    await page.goto("/connexion");
    await page.getByRole("link", { name: "Activer mon compte" }).click();
    await page.getByLabel("Code d’activation").fill(code.toLowerCase().replaceAll("-", " "));
    await page.getByLabel("Date de naissance").fill("2011-10-03");
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.getByText("ne correspond pas").first()).toBeVisible();
    if (javaScriptEnabled) await expectSoundOnEachScreen(page, "a code refused");
    await page.getByLabel("Date de naissance").fill("2011-10-02");
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.getByText(`Bonjour ${firstName}`)).toBeVisible();
    if (javaScriptEnabled) await expectSoundOnEachScreen(page, "choosing a password by a card");
    await page.getByLabel("Mot de passe").fill(CHOSEN);
    await page.getByRole("button", { name: "Activer mon compte" }).click();
    await expect(page.getByText("Votre compte est activé")).toBeVisible();
    if (javaScriptEnabled) await expectSoundOnEachScreen(page, "an account activated");
    const name = await page.locator(".sign-in-name").innerText();

    const later = await open(browser, null, { javaScriptEnabled, ...PHONE });
    await later.goto("/connexion");
    await later.getByLabel("Adresse électronique").fill(name);
    await later.getByLabel("Mot de passe").fill(CHOSEN);
    await later.getByRole("button", { name: "Se connecter", exact: true }).click();
    await expect(later).toHaveURL(/\/eleve$/);
  });
}
