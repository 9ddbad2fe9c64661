import { expect, test, type BrowserContextOptions, type Page } from "@playwright/test";
import { expectMail, open, PERSONAS, type Persona } from "./personas.ts";

const LETTER =
  "J’aimerais découvrir votre métier, suivre l’équipe et comprendre comment une idée devient un projet.";

interface Telling {
  name: string;
  options: BrowserContextOptions;
  pupil: Persona;
  place: string;
  offer: string;
  weeks: string;
}

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
};

/** Inès finds a week in each of two hosts, so that her teacher has two agreements to read; Karim takes both weeks. */
const TELLINGS: Telling[] = [
  {
    name: "with JavaScript",
    options: { viewport: { width: 1280, height: 800 } },
    pupil: "ines",
    place: "Rennes",
    offer: "Découvrir l’architecture dans un atelier rennais",
    weeks: "semaine-1",
  },
  {
    name: "without JavaScript, on a phone",
    options: { ...PHONE, javaScriptEnabled: false },
    pupil: "ines",
    place: "35000",
    offer: "Dans les coulisses d’un studio de design",
    weeks: "semaine-2",
  },
];

test.describe.configure({ mode: "serial" });

for (const telling of TELLINGS) {
  test(`from the search to the PDF of the agreement, ${telling.name}`, async ({ browser, request }) => {
    const pupil = await open(browser, telling.pupil, telling.options);
    await search(pupil, telling.place);
    await apply(pupil, telling);

    const host = await open(browser, "claire", telling.options);
    await host.goto("/employeur/candidatures");
    await host.getByRole("button", { name: "Lire la candidature" }).first().click();
    await expect(host.getByText(LETTER)).toBeVisible();
    await expect(host.getByText("Martin")).toHaveCount(0);
    await host.getByRole("button", { name: "Accepter" }).click();
    await expect(host.getByText("Inès Martin").first()).toBeVisible();
    await expectMail(request, PERSONAS.ines, /accept/i);

    await pupil.goto("/eleve/candidatures");
    await pupil.getByRole("link", { name: telling.offer }).first().click();
    await pupil.getByRole("button", { name: "Confirmer ce stage" }).click();
    await expect(pupil.getByText(/stage (est )?confirmé/i).first()).toBeVisible();
    for (const address of [PERSONAS.ines, PERSONAS.claire, "helene.martin@example.org"])
      await expectMail(request, address, /confirm/i);
    await expectMail(request, PERSONAS.sophie, /valider/i);

    const teacher = await open(browser, "sophie", telling.options);
    await teacher.goto("/etablissement/conventions");
    await teacher
      .getByRole("link", { name: /Inès Martin/ })
      .first()
      .click();
    await expect(teacher.getByText("Les Ateliers du Canal").first()).toBeVisible();
    await teacher.getByRole("button", { name: "Valider la convention" }).click();
    await expect(teacher.getByText(/validée/i).first()).toBeVisible();
    const pdf = await teacher.request.get(`${new URL(teacher.url()).pathname}/convention.pdf`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    const again = await teacher.request.get(`${new URL(teacher.url()).pathname}/convention.pdf`);
    expect(Buffer.compare(await pdf.body(), await again.body())).toBe(0);
    await expectMail(request, PERSONAS.ines, /convention/i);
  });
}

async function search(page: Page, place: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Ville, code postal ou adresse").fill(place);
  await page.getByRole("button", { name: "Rechercher" }).click();
  await expect(page.getByRole("heading", { name: /\d+ offres/ })).toBeVisible();
}

async function apply(page: Page, { offer, weeks }: Telling): Promise<void> {
  await page.getByLabel("Mots-clés").fill(offer.split(" ").slice(-2).join(" "));
  await page.getByRole("button", { name: "Rechercher" }).click();
  await page.getByRole("main").getByRole("link", { name: offer }).click();
  await page.getByRole("link", { name: "Postuler" }).first().click();
  await page.locator(`input[value="${weeks}"]`).check({ force: true });
  await page.getByLabel("Votre motivation").fill("Trop court");
  await page.getByRole("button", { name: "Envoyer ma candidature" }).click();
  await expect(page.getByText(/au moins 30 caractères/).first()).toBeVisible();
  await expect(page.getByLabel("Votre motivation")).toHaveValue("Trop court");
  await page.getByLabel("Votre motivation").fill(LETTER);
  await page.getByRole("button", { name: "Envoyer ma candidature" }).click();
  await expect(page).toHaveURL(/\/eleve\/candidatures\//);
}
