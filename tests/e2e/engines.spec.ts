import type { Browser } from "@playwright/test";
import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
} from "#app/domain/accounts/demonstration-accounts.ts";
import { findFirefox, findWebKit } from "#scripts/bootstrap/system-packages.mjs";
import { startChromium } from "./engines/chromium.ts";
import { joinClass, PASSWORD, type Classmate } from "./classmate.ts";
import { startFirefox } from "./engines/firefox.ts";
import { OF_2021 } from "./engines/phone-of-2021.ts";
import { PHONE, visitor, type Visitor } from "./engines/visitor.ts";
import type { WebDriver } from "./engines/web-driver.ts";
import { startWebKit } from "./engines/webkit.ts";
import { expectMail, PERSONAS } from "./personas.ts";
import { expect, test } from "./test.ts";

const LETTER = "J’aimerais découvrir votre métier, suivre l’équipe et comprendre comment naît un projet.";
const HOST = "Les Ateliers du Canal";

interface Engine {
  name: string;
  packages: string;
  /** Null where it is not installed. */
  start(browser: Browser): Promise<WebDriver> | null;
}

const ENGINES: Engine[] = [
  {
    name: "Firefox",
    packages: "firefox-esr",
    start: () => {
      const executable = findFirefox();
      return executable ? startFirefox(executable) : null;
    },
  },
  {
    name: "WebKitGTK",
    packages: "webkit2gtk-driver xvfb",
    start: () => {
      const programs = findWebKit();
      return programs ? startWebKit(programs) : null;
    },
  },
  {
    name: "Chromium without what phones of 2021 lack",
    packages: "chromium",
    start: (browser) => startChromium(browser, OF_2021),
  },
];

/** The engines that few machines have come with a command of their own. */
const played = process.env.TEST_ENGINES ? ENGINES : ENGINES.filter(({ packages }) => packages === "chromium");

for (const { name, packages, start } of played) {
  test(`from the search to the PDF of the agreement, in ${name}, 360 pixels wide`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(180_000);
    const starting = start(browser);
    // Only Linux has them all: there, an engine that is missing is a failure and not a silence.
    test.skip(!starting && process.platform !== "linux", `${name} is not on this machine`);
    if (!starting) throw new Error(`${name} is not installed: apt-get install ${packages}`);
    const driver = await starting;
    try {
      const pupil = await joinClass("Gaspard", `Quéméneur-${name.slice(0, 3)}`);
      const person = visitor(driver, process.env.E2E_BASE_URL ?? "");
      await play(person, pupil, (address, subject) => expectMail(request, address, subject));
    } finally {
      await driver.close();
    }
  });
}

/** One telephone goes round: the pupil's, the host's, the teacher's turn. */
async function play(
  browser: Visitor,
  pupil: Classmate,
  receives: (address: string, subject: RegExp) => Promise<void>,
): Promise<void> {
  await signIn(browser, pupil.email, PASSWORD);
  expect(await browser.screen()).toEqual(PHONE);
  const title = await apply(browser);
  await signOut(browser, pupil.lastName);

  await signIn(browser, PERSONAS.claire, DEMONSTRATION_PASSWORD);
  await browser.open("/employeur/candidatures");
  await browser.press("Lire la candidature", { within: [pupil.firstName, title] });
  await browser.reads(LETTER);
  expect(await browser.text()).not.toContain(pupil.lastName);
  await browser.press("Accepter");
  await browser.reads(`${pupil.firstName} ${pupil.lastName}`);
  await signOut(browser, pupil.lastName);

  await signIn(browser, pupil.email, PASSWORD);
  await browser.open("/eleve/candidatures");
  await browser.follow(title);
  await browser.press("Confirmer ce stage");
  await browser.reads(/stage (est )?confirmé/i);
  await receives(pupil.email, /confirm/i);
  await signOut(browser, pupil.lastName);

  await signIn(browser, PERSONAS.sophie, DEMONSTRATION_PASSWORD);
  await browser.open("/etablissement/conventions");
  await browser.follow(`${pupil.firstName} ${pupil.lastName}`, { within: [HOST] });
  await browser.arrives(/^\/etablissement\/conventions\/./);
  await browser.press("Valider la convention");
  await browser.reads(/convention (est )?validée/i);
  const [agreement = ""] = (await browser.address()).split("?");
  const pdf = await browser.fetched(`${agreement}/convention.pdf`);
  expect(pdf).toEqual({ status: 200, type: "application/pdf", start: "%PDF-" });
}

async function signIn(browser: Visitor, email: string, password: string): Promise<void> {
  await browser.open("/connexion");
  await browser.fill("Adresse électronique", email);
  await browser.fill("Mot de passe", password);
  await browser.press("Se connecter");
  if (DEMONSTRATION_ACCOUNTS.find((account) => account.email === email)?.secondFactor) {
    await browser.arrives(/^\/connexion\/code/);
    const [code = ""] = /\b\d{6}\b/.exec(await browser.text()) ?? [];
    await browser.fill("Code de vérification", code);
    await browser.press("Vérifier");
  }
  await browser.arrives(/^\/(eleve|employeur|etablissement)/);
}

/** Whoever takes the telephone next reads no name, even by going back. */
async function signOut(browser: Visitor, name: string): Promise<void> {
  await browser.open("/deconnexion");
  await browser.press("Me déconnecter");
  await browser.arrives(/^\/connexion/);
  for (let step = 0; step < 3; step += 1) {
    await browser.back();
    await browser.arrives(/./);
    expect(await browser.text()).not.toContain(name);
  }
}

/** Finds an offer of the host that takes a week alone, and writes to it; returns its title. */
async function apply(browser: Visitor): Promise<string> {
  await browser.open("/");
  await browser.fill("Ville, code postal ou adresse", "Rennes");
  await browser.press("Rechercher");
  await browser.reads(/\d+ offres/);
  // Where there is no room, the form has folded away: the address says the same.
  await browser.open("/offres?lieu=Rennes&q=atelier+rennais");
  await browser.reads(/\d+ offres/);
  await browser.openOffer({ within: [HOST, "Semaine 1"], without: "Pour les deux semaines" });
  await browser.arrives(/^\/offres\/[\w-]{36}/);
  const title = await browser.title();
  await browser.follow("Candidater");
  await browser.arrives(/candidature$/);
  await browser.choose("Semaine 1");
  await browser.fill("Votre motivation", LETTER);
  await browser.press("Envoyer ma candidature");
  await browser.arrives(/^\/eleve\/candidatures\//);
  return title;
}
