import { expectMail, open, openAndSignIn, PERSONAS } from "./personas.ts";
import { expectSoundOnEachScreen } from "./sound-page.ts";
import { expect, test } from "./test.ts";

const LETTER = "J’aimerais comprendre comment une rue devient un jardin, et qui décide de quoi.";

/** Pages that need someone's application: the demonstration starts without any for these accounts. */
test("passing an application on, and the record of a message, are sound pages", async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const pupil = await open(browser, "karim");
  await pupil.goto("/offres?lieu=Marseille&q=une+rue+plus+verte");
  const offer = pupil.locator("main li h3 a").first();
  const title = (await offer.textContent()) ?? "";
  await offer.click();
  await pupil.getByRole("link", { name: "Candidater" }).first().click();
  await pupil.getByLabel("Votre motivation").fill(LETTER);
  await pupil.getByRole("button", { name: "Envoyer ma candidature" }).click();
  await expect(pupil.getByText("Candidature envoyée").first()).toBeVisible();

  const host = await open(browser, "claire");
  await host.goto("/employeur/candidatures");
  const received = host.locator("main li").filter({ hasText: "Karim" }).filter({ hasText: title });
  await received.getByRole("button", { name: "Lire la candidature" }).click();
  await host.getByRole("link", { name: "Transmettre à une autre de mes offres" }).click();
  await expect(host.getByRole("radiogroup", { name: "À quelle offre" })).toBeVisible();
  await expectSoundOnEachScreen(host, "claire, the transfer of an application");

  await expectMail(request, PERSONAS.claire, /candidature/i);
  const admin = await openAndSignIn(browser, "admin");
  await admin.goto("/admin/messages");
  await admin.locator("main a[href^='/admin/messages/0']").first().click();
  await admin.waitForURL(/messages\/0/);
  await expectSoundOnEachScreen(admin, "admin, the record of a message");

  await pupil.getByRole("link", { name: "Retirer ma candidature" }).click();
  await pupil.getByRole("button", { name: "Oui, retirer ma candidature" }).click();
  await expect(pupil.getByText("Retirée").first()).toBeVisible();
});
