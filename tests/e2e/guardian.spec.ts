import type { APIRequestContext } from "@playwright/test";
import { expectMail, mailsTo, open } from "./personas.ts";
import { expect, test } from "./test.ts";

const PARENT = "nadia.benali@example.org";
const LETTER = "J’aimerais voir comment une équipe travaille au quotidien et poser mes questions.";

/** The text of the newest mail to Karim's mother whose subject reads so. */
async function newestMail(request: APIRequestContext, subject: RegExp): Promise<string> {
  await expectMail(request, PARENT, subject);
  const mail = (await mailsTo(request, PARENT)).find((one) => subject.test(one.subject));
  return mail?.text ?? "";
}

test("a parent on a phone, without account nor JavaScript, follows, reads the letter and objects", async ({
  browser,
  request,
}) => {
  const pupil = await open(browser, "karim");
  await pupil.goto("/offres?lieu=Marseille&q=prototype");
  await pupil.locator("main li h3 a").first().click();
  await pupil.getByRole("link", { name: "Candidater" }).first().click();
  await pupil.getByLabel("Votre motivation").fill(LETTER);
  await pupil.getByRole("button", { name: "Envoyer ma candidature" }).click();
  await expect(pupil.getByText("Candidature envoyée").first()).toBeVisible();

  const link = /https?:\/\/\S+\/suivi\/[\w-]+/.exec(await newestMail(request, /candidature/i))?.[0] ?? "";
  const parent = await open(browser, null, {
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  await parent.goto(new URL(link).pathname);
  await expect(parent.getByRole("heading", { level: 1 })).toHaveText("Le stage de Karim");
  await parent.locator("main h3 a").first().click();
  await expect(parent.getByText(LETTER)).toHaveCount(0);

  await parent.getByRole("button", { name: "Recevoir un code" }).click();
  const code = /\b\d{6}\b/.exec(await newestMail(request, /code/i))?.[0] ?? "";
  await parent.getByLabel("Code reçu").fill(code === "000000" ? "111111" : "000000");
  await parent.getByRole("button", { name: "Lire la lettre" }).click();
  await expect(parent.getByText("Il reste 4 essais").first()).toBeVisible();
  await parent.getByLabel("Code reçu").fill(code);
  await parent.getByRole("button", { name: "Lire la lettre" }).click();
  await expect(parent.getByText(LETTER)).toBeVisible();
  await parent.getByRole("button", { name: "Fermer la lettre" }).click();
  await expect(parent.getByText(LETTER)).toHaveCount(0);

  await parent.getByRole("link", { name: "Je m’oppose à cette candidature" }).click();
  await parent.getByRole("button", { name: "Oui, je m’oppose" }).click();
  await expect(parent.getByText("Votre opposition est enregistrée")).toBeVisible();
  await expectMail(request, "karim.benali@example.org", /oppos|retir/i);
  await pupil.goto("/eleve/candidatures");
  await expect(pupil.getByText("Retirée").first()).toBeVisible();
});
