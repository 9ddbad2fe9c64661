import type { Page } from "@playwright/test";
import { open } from "./personas.ts";
import { expect, test } from "./test.ts";

for (const javaScriptEnabled of [true, false]) {
  test(`a host publishes an offer and anyone finds it, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
  }) => {
    const title = `Découvrir la menuiserie ${javaScriptEnabled ? "fine" : "solide"}`;
    const host = await open(browser, "marc", { javaScriptEnabled });
    await publish(host, title);

    const visitor = await open(browser, null, { javaScriptEnabled });
    await visitor.goto("/offres");
    await visitor.getByLabel("Ville, code postal ou adresse").fill("Rennes");
    await visitor.getByLabel("Mots-clés").fill(title);
    await visitor.getByRole("button", { name: "Rechercher" }).click();
    await visitor.getByRole("main").getByRole("link", { name: title }).click();
    await expect(visitor.getByRole("heading", { name: title })).toBeVisible();
    await expect(visitor.getByText("Fabrique Durand").first()).toBeVisible();
  });
}

async function publish(page: Page, title: string): Promise<void> {
  await page.goto("/employeur/offres/nouvelle");
  await page.getByLabel("SIRET").fill("123 456 789 00012");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByText(/SIRET/).first()).toBeVisible();
  await expect(page.getByLabel("SIRET")).toHaveValue("123 456 789 00012");
  await page.getByLabel("SIRET").fill("000 000 000 00026");
  await page.getByRole("button", { name: "Continuer" }).click();

  await page.getByLabel("Intitulé de l'offre").fill(title);
  await page
    .getByLabel("Description")
    .fill("Suivre la fabrication d’un meuble, du dessin à la finition, avec toute l’équipe.");
  await page.getByLabel("Secteur d'activité").selectOption({ label: "Artisanat d'art" });
  await page.getByRole("button", { name: "Continuer" }).click();

  await page.getByLabel("Adresse du stage").fill("12 rue de Nemours, 35000 Rennes");
  await page.getByLabel("Places semaine 1").fill("2");
  await page.getByLabel("Places semaine 2").fill("1");
  await page.getByRole("button", { name: "Continuer" }).click();

  await expect(page.getByText(title).first()).toBeVisible();
  await page.getByRole("button", { name: "Publier l'offre" }).click();
  await expect(page).toHaveURL(/\/employeur\/offres\/[0-9a-f-]{36}/);
}
