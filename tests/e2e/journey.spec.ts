import type { BrowserContextOptions, Page } from "@playwright/test";
import { expectMail, open, openAndSignIn, PERSONAS, type Persona } from "./personas.ts";
import { expect, test } from "./test.ts";

const LETTER =
  "J’aimerais découvrir votre métier, suivre l’équipe et comprendre comment une idée devient un projet.";

interface Story {
  name: string;
  options: BrowserContextOptions;
  place: string;
  host: Persona;
  organisation: string;
  /** What the pupil types to find the host's offer. */
  words: string;
  weeks: string;
  week: string;
}

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
};

/** Inès finds a week in each of two organisations, so that her teacher has two agreements to read. */
const STORIES: Story[] = [
  {
    name: "with JavaScript",
    options: { viewport: { width: 1280, height: 800 } },
    place: "Rennes",
    host: "claire",
    organisation: "Les Ateliers du Canal",
    words: "atelier rennais",
    weeks: "semaine-1",
    week: "Semaine 1",
  },
  {
    name: "without JavaScript, on a phone",
    options: { ...PHONE, javaScriptEnabled: false },
    place: "35000",
    host: "marc",
    organisation: "Fabrique Durand",
    words: "Fabrique Durand",
    weeks: "semaine-2",
    week: "Semaine 2",
  },
];

test.describe.configure({ mode: "serial" });

for (const story of STORIES) {
  test(`from the search to the PDF of the agreement, ${story.name}`, async ({ browser, request }) => {
    test.setTimeout(120_000);
    const pupil = await openAndSignIn(browser, "ines", story.options);
    await search(pupil, story.place);
    const offer = await apply(pupil, story);

    const host = await openAndSignIn(browser, story.host, story.options);
    await host.goto("/employeur/candidatures");
    const received = host.locator("main li").filter({ hasText: "Inès" }).filter({ hasText: offer });
    await received.getByRole("button", { name: "Lire la candidature" }).click();
    await expect(host.getByText(LETTER)).toBeVisible();
    await expect(host.getByText("Martin")).toHaveCount(0);
    await host.getByRole("button", { name: "Accepter" }).click();
    await expect(host.getByText("Inès Martin").first()).toBeVisible();
    await expectMail(request, PERSONAS.ines, /accept/i);

    await pupil.goto("/eleve/candidatures");
    await pupil.getByRole("link", { name: offer }).first().click();
    await pupil.getByRole("button", { name: "Confirmer ce stage" }).click();
    await expect(pupil.getByText(/stage (est )?confirmé/i).first()).toBeVisible();
    for (const address of [PERSONAS.ines, PERSONAS[story.host], "helene.martin@example.org"])
      await expectMail(request, address, /confirm/i);
    await expectMail(request, PERSONAS.sophie, /valider/i);

    const teacher = await openAndSignIn(browser, "sophie", story.options);
    await teacher.goto("/etablissement/conventions");
    const drawnUp = teacher.locator("main li").filter({ hasText: story.organisation });
    await drawnUp.getByRole("link", { name: "Inès Martin" }).click();
    await expect(teacher.getByText(story.organisation).first()).toBeVisible();
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

test("a week in each of two organisations: two internships, two agreements, nothing left to look for", async ({
  browser,
}) => {
  const pupil = await open(browser, "ines", PHONE);
  await pupil.goto("/eleve");
  const internships = pupil.getByRole("region", { name: "Mes stages" }).getByRole("listitem");
  await expect(internships).toHaveCount(2);
  for (const [place, { organisation, week }] of STORIES.entries()) {
    await pupil.goto("/eleve");
    const internship = internships.nth(place);
    await expect(internship).toContainText(organisation);
    await expect(internship).toContainText(week);
    await internship.getByRole("link", { name: "Voir la convention" }).click();
    await expect(pupil.getByRole("main")).toContainText(organisation);
  }
  await pupil.goto("/eleve/suggestions");
  await expect(pupil.getByRole("heading", { name: /Vos deux semaines sont trouvées/ })).toBeVisible();
});

async function search(page: Page, place: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Ville, code postal ou adresse").fill(place);
  await page.getByRole("button", { name: "Rechercher" }).click();
  await expect(page.getByRole("heading", { name: /\d+ offres/ })).toBeVisible();
}

/** Finds an offer of the host that takes a week alone, and writes to it; returns its title. */
async function apply(page: Page, { organisation, words, weeks, week }: Story): Promise<string> {
  const field = page.getByLabel("Mots-clés");
  // On a phone the form has folded into one line.
  if (!(await field.isVisible())) await page.locator("summary", { hasText: "Modifier la recherche" }).click();
  await field.fill(words);
  await page.getByRole("button", { name: "Rechercher" }).click();
  await expect(page).toHaveURL(/q=\w/);
  const offer = page
    .locator("main li")
    .filter({ hasText: organisation })
    .filter({ hasText: new RegExp(`${week}\\s:\\s\\d`) })
    .filter({ hasNotText: "Pour les deux semaines" })
    .locator("h3 a")
    .first();
  await offer.click();
  // The results may change while they are read: the page of the offer says which it is.
  await page.getByRole("link", { name: "Candidater" }).first().waitFor();
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("link", { name: "Candidater" }).first().click();
  await page.locator(`input[value="${weeks}"]`).check({ force: true });
  await page.getByLabel("Votre motivation").fill("Trop court");
  await page.getByRole("button", { name: "Envoyer ma candidature" }).click();
  await expect(page.getByText(/au moins 30 caractères/).first()).toBeVisible();
  await expect(page.getByLabel("Votre motivation")).toHaveValue("Trop court");
  await page.getByLabel("Votre motivation").fill(LETTER);
  await page.getByRole("button", { name: "Envoyer ma candidature" }).click();
  await expect(page).toHaveURL(/\/eleve\/candidatures\//);
  return title;
}
