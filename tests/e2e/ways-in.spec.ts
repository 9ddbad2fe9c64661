import { generate } from "otplib";
import type { APIRequestContext, Page } from "@playwright/test";
import { totpGuardrails } from "#app/domain/accounts/second-factor/check-totp.ts";
import { mailsTo, open, PERSONAS } from "./personas.ts";
import { expectSoundOnEachScreen } from "./sound-page.ts";
import { expect, test } from "./test.ts";

const CHOSEN = "trois girafes dansent";

/** The newest link that serves once in the mails of this address, once the worker has delivered it. */
async function linkTo(request: APIRequestContext, address: string): Promise<string> {
  const newest = async () =>
    (await mailsTo(request, address)).flatMap(({ text }) => /http\S+\/lien\/\S+/.exec(text) ?? [])[0] ?? "";
  await expect.poll(newest, { timeout: 30_000 }).not.toBe("");
  return newest();
}

async function useLink(page: Page, request: APIRequestContext, address: string): Promise<void> {
  await page.goto(await linkTo(request, address));
  await page.getByRole("button", { name: "Continuer" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`a forgotten password is replaced by a link, ${how} JavaScript`, async ({ browser, request }) => {
    const owner = javaScriptEnabled ? "ines" : "karim";
    const page = await open(browser, null, { javaScriptEnabled });
    await page.goto("/connexion");
    await page.getByRole("link", { name: "Mot de passe oublié" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mot de passe oublié");
    await page.getByLabel("Adresse électronique").fill(PERSONAS[owner]);
    await page.getByRole("button", { name: "Recevoir un lien" }).click();
    await expect(page).toHaveURL(/fait=envoye/);
    await useLink(page, request, PERSONAS[owner]);
    await page.getByLabel("Nouveau mot de passe").fill("motdepasse123");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("parmi les plus utilisés").first()).toBeVisible();
    await page.getByLabel("Nouveau mot de passe").fill(CHOSEN);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page).toHaveURL(/\/eleve$/);
  });

  test(`a host signs up by a proven address, ${how} JavaScript`, async ({ browser, request }) => {
    const address = `omar-${how}@example.org`;
    const page = await open(browser, null, { javaScriptEnabled });
    await page.goto("/inscription/employeur");
    if (javaScriptEnabled) await expectSoundOnEachScreen(page, "the sign-up of a host");
    await page.getByLabel("Prénom").fill("Omar");
    await page.getByLabel("Nom", { exact: true }).fill("Kaci");
    await page.getByLabel("Adresse électronique").fill(address);
    await page.getByLabel("Mot de passe").fill(CHOSEN);
    await page.getByLabel("SIRET").fill("732 829 320 00074");
    await page.getByRole("button", { name: "Créer mon compte" }).click();
    await expect(page).toHaveURL(/fait=envoye/);
    await useLink(page, request, address);
    await expect(page).toHaveURL(/\/employeur$/);
  });

  test(`a school's mailbox leads to its first member, who sets up a second factor, ${how} JavaScript`, async ({
    browser,
    request,
  }) => {
    const address = `direction-${how}@example.org`;
    const page = await open(browser, null, { javaScriptEnabled });
    await page.goto("/etablissement/rejoindre");
    await page.getByLabel("Nom ou UAI de l’établissement").fill("rennes");
    await page.getByRole("button", { name: "Rechercher" }).click();
    const schools = page.getByRole("listitem").filter({ has: page.getByRole("button") });
    await expect(schools.first()).toBeVisible();
    if (javaScriptEnabled) await expectSoundOnEachScreen(page, "the schools found");
    await schools.nth(0).getByRole("button", { name: "Envoyer le lien" }).click();
    await expect(page).toHaveURL(/fait=envoye/);
    await useLink(page, request, await mailboxAsked(request));
    await page.getByLabel("Adresse électronique").fill(address);
    await page.getByLabel("Fonction").selectOption("schoolHead");
    await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(page).toHaveURL(/fait=invite/);
    await useLink(page, request, address);
    await page.getByLabel("Prénom").fill("Awa");
    await page.getByLabel("Nom", { exact: true }).fill("Diop");
    await page.getByLabel("Nouveau mot de passe").fill(CHOSEN);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    if (javaScriptEnabled) await expectSoundOnEachScreen(page, "setting up a second factor");
    const secret = (await page.locator(".enrolment code").innerText()).replace(/\s/g, "");
    await page
      .getByLabel("Code de vérification")
      .fill(await generate({ secret, guardrails: totpGuardrails }));
    await page.getByRole("button", { name: "Vérifier" }).click();
    await expect(page.locator(".recovery-codes li")).toHaveCount(10);
    await page.getByRole("link", { name: "J’ai gardé mes codes" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mon établissement");
  });
}

/** The official mailbox to which the newest link for a school was sent. */
async function mailboxAsked(request: APIRequestContext): Promise<string> {
  const asked = async () => {
    const answer = await request.get("/dev/boite-mail", { headers: { Accept: "application/json" } });
    const { mails } = (await answer.json()) as { mails: { to: string; subject: string }[] };
    return mails.find(({ subject }) => subject === "Ouvrir l’espace de votre établissement")?.to ?? "";
  };
  await expect.poll(asked, { timeout: 30_000 }).not.toBe("");
  return asked();
}

test("a host adds a passkey, and signs in with it alone", async ({ browser }) => {
  const page = await open(browser, "marc");
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto("/compte");
  await page.getByRole("link", { name: "Mes clés d’accès" }).click();
  await page.getByLabel("Nom de cette clé").fill("Ordinateur de l’atelier");
  await page.getByRole("button", { name: "Ajouter une clé d’accès" }).click();
  await expect(page).toHaveURL(/fait=ajoutee/);
  await expectSoundOnEachScreen(page, "the passkeys of a host");
  await page.context().clearCookies();
  await page.goto("/connexion?retour=/compte");
  await page.getByRole("link", { name: "Se connecter avec une clé d’accès" }).click();
  await expectSoundOnEachScreen(page, "the sign-in with a passkey");
  await page.getByRole("button", { name: "Utiliser ma clé d’accès" }).click();
  await expect(page).toHaveURL(/\/compte$/);
  await page.getByRole("link", { name: "Mes clés d’accès" }).click();
  await page.getByRole("button", { name: "Supprimer" }).click();
  await expect(page.getByText("La clé d’accès est supprimée.")).toBeVisible();
});

test("without JavaScript a passkey's page says what it needs, and leads back to the password", async ({
  browser,
}) => {
  const page = await open(browser, null, { javaScriptEnabled: false });
  await page.goto("/connexion/cle");
  await page.getByRole("button", { name: "Utiliser ma clé d’accès" }).click();
  await expect(page.getByText("demandent JavaScript")).toBeVisible();
  await page.getByRole("link", { name: "Se connecter avec mon mot de passe" }).click();
  await expect(page).toHaveURL(/\/connexion$/);
});
