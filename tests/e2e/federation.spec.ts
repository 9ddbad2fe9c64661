import type { Page } from "@playwright/test";
import { DEMONSTRATION_PASSWORD } from "#app/domain/accounts/demonstration-accounts.ts";
import { open, PERSONAS } from "./personas.ts";
import { expectSoundOnEachScreen } from "./sound-page.ts";
import { expect, test } from "./test.ts";

const PHONE = { viewport: { width: 360, height: 740 } };

/** Leaves by a button of the sign-in page and comes back as someone, from a page that is the provider's own. */
async function comeBy(page: Page, button: string, name: string): Promise<void> {
  await page.goto("/connexion");
  await page.getByRole("link", { name: button }).click();
  await choose(page, name);
}

async function choose(page: Page, name: string): Promise<void> {
  await expect(page.getByText("Fournisseur d’identité de démonstration")).toBeVisible();
  expect(new URL(page.url()).origin).not.toBe(process.env.E2E_BASE_URL);
  await page.getByRole("button", { name }).click();
}

const EDUCONNECT = "Se connecter avec EduConnect";
const ACADEMIE = "Se connecter avec mon compte académique";
const PROCONNECT = "Se connecter avec ProConnect";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  const isSound = async (page: Page, where: string) => {
    if (javaScriptEnabled) await expectSoundOnEachScreen(page, where);
  };

  test(`staff of two schools choose theirs, then set up a second factor, ${how} JavaScript`, async ({
    browser,
  }) => {
    const page = await open(browser, null, { ...PHONE, javaScriptEnabled });
    await comeBy(page, ACADEMIE, javaScriptEnabled ? "Lucie Henry" : "Marie Colin");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Bienvenue");
    await page.getByRole("button", { name: "Créer mon compte" }).click();
    await expect(page.getByText("Cochez au moins un établissement.").first()).toBeVisible();
    await isSound(page, "the arrival of staff");
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Créer mon compte" }).click();
    await expect(page).toHaveURL(/\/connexion\/code\/installation/);
  });

  test(`a pupil of a class comes by EduConnect and leaves it too, ${how} JavaScript`, async ({ browser }) => {
    const page = await open(browser, null, { ...PHONE, javaScriptEnabled });
    await comeBy(page, EDUCONNECT, javaScriptEnabled ? "Inès Martin" : "Karim Benali");
    await expect(page).toHaveURL(/\/eleve$/);
    await page.goto("/deconnexion");
    await page.getByRole("button", { name: "Me déconnecter" }).click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page).toHaveURL(/\/connexion/);
    await page.goto("/eleve");
    await page.getByRole("link", { name: EDUCONNECT }).click();
    await expect(page.getByText("Fournisseur d’identité de démonstration")).toBeVisible();
  });

  test(`a parent links the page that they follow by, ${how} JavaScript`, async ({ browser }) => {
    const page = await open(browser, null, { ...PHONE, javaScriptEnabled });
    await comeBy(page, EDUCONNECT, javaScriptEnabled ? "Bruno Petitjean" : "Sonia Ferrand");
    await expect(page.getByText("sans nous dire de qui")).toBeVisible();
    await isSound(page, "a parent of whom nothing is known");
    await page.goto("/connexion");
    await page.getByRole("link", { name: /ouvrir le suivi de Léa/ }).click();
    await page.getByRole("link", { name: "Relier à EduConnect" }).click();
    await isSound(page, "a parent who may link a page");
    await page.getByRole("button", { name: "Relier à EduConnect" }).click();
    await expect(page).toHaveURL(/\/suivi\//);
  });

  test(`a host who gave a password alone is refused, and told what to do, ${how} JavaScript`, async ({
    browser,
  }) => {
    const page = await open(browser, null, { ...PHONE, javaScriptEnabled });
    await comeBy(page, PROCONNECT, "Hugo Blanchard");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Une double vérification est nécessaire",
    );
    await isSound(page, "a sign-in weaker than asked");
    await page.goto("/employeur");
    await expect(page).toHaveURL(/\/connexion/);
  });

  test(`a host comes by ProConnect and names the establishment, ${how} JavaScript`, async ({ browser }) => {
    const page = await open(browser, null, { ...PHONE, javaScriptEnabled });
    await comeBy(page, PROCONNECT, javaScriptEnabled ? "Ali Marchand" : "Rosa Vidal");
    await isSound(page, "the arrival of a host");
    await expect(page.getByLabel("SIRET")).toHaveValue("73282932000074");
    await page.getByRole("button", { name: "Créer mon compte" }).click();
    await expect(page).toHaveURL(/\/employeur$/);
  });
}

test("an account that has the address is linked by its owner alone", async ({ browser }) => {
  const page = await open(browser, null, PHONE);
  await comeBy(page, PROCONNECT, "Claire Petit");
  await expect(page.getByRole("button", { name: "Créer mon compte" })).toHaveCount(0);
  await page.getByRole("link", { name: "Me connecter et relier mon compte" }).click();
  await page.getByLabel("Adresse électronique").fill(PERSONAS.claire);
  await page.getByLabel("Mot de passe").fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.getByRole("button", { name: "Relier à ce compte" }).click();
  await expect(page).toHaveURL(/\/employeur$/);
});
