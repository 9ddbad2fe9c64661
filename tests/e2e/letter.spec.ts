import type { Page } from "@playwright/test";
import { open } from "./personas.ts";
import { expect, test } from "./test.ts";

async function openLetter(page: Page): Promise<void> {
  await page.goto("/offres?lieu=Lyon&rayon=30");
  await page.locator("main li h3 a").first().click();
  await page.getByRole("link", { name: "Candidater" }).click();
  await expect(page.getByLabel("Votre motivation")).toBeVisible();
}

/** What is typed before the scripts answer for the field belongs to the browser alone. */
async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const field = document.querySelector("#motivation");
    return field !== null && Object.keys(field).some((key) => key.startsWith("__reactProps"));
  });
}

test("a letter is kept while it is written, and the page survives the loss of the network", async ({
  browser,
}) => {
  const page = await open(browser, "karim");
  await openLetter(page);
  const letter = page.getByLabel("Votre motivation");
  await letter.fill("Bonjour, je");
  await expect(page.getByText(/Brouillon enregistré à \d{1,2} h/)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("11 caractères sur 1 500 : encore 19 au moins").first()).toBeVisible();

  await page.context().setOffline(true);
  await letter.fill("Bonjour, je voudrais");
  await expect(page.getByText("Le brouillon n’a pas pu être enregistré")).toBeVisible({ timeout: 15_000 });
  await expect(letter).toHaveValue("Bonjour, je voudrais");

  await page.context().setOffline(false);
  await letter.fill("Bonjour, je voudrais voir votre équipe.");
  await expect(page.getByText(/Brouillon enregistré à/)).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(letter).toHaveValue("Bonjour, je voudrais voir votre équipe.");

  // Typed and left at once: by the address bar, then by a link of the page.
  const here = page.url();
  await takenOver(page);
  await letter.fill("Bonjour, je voudrais voir votre équipe au travail.");
  await page.goto("/aide");
  await page.goto(here);
  await expect(letter).toHaveValue("Bonjour, je voudrais voir votre équipe au travail.");
  await takenOver(page);
  await letter.fill("Bonjour, je voudrais voir votre équipe au travail, en juin.");
  const kept = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("link", { name: "Aide", exact: true }).first().click();
  await kept;
  await page.goto(here);
  await expect(letter).toHaveValue("Bonjour, je voudrais voir votre équipe au travail, en juin.");
});

for (const javaScriptEnabled of [true, false]) {
  test(`three answers become a letter ${javaScriptEnabled ? "at once" : "without JavaScript"}`, async ({
    browser,
  }) => {
    const page = await open(browser, "karim", { javaScriptEnabled });
    await openLetter(page);
    await page.getByLabel("Votre motivation").fill("");
    const helper = page.locator("details", { hasText: "Un coup de main pour écrire" });
    if ((await helper.getAttribute("open")) === null) await helper.locator("summary").click();
    await page.getByLabel("Qu’est-ce qui vous attire").fill("j’aime les gens et les histoires");
    await page.getByLabel("Qu’aimeriez-vous observer").fill("Une vraie journée.");
    await page.getByRole("button", { name: "Assembler mes réponses" }).click();
    await expect(page.getByLabel("Votre motivation")).toHaveValue(
      "Bonjour,\n\nJ’aime les gens et les histoires.\n\nJ’aimerais observer une vraie journée.",
    );
  });
}
