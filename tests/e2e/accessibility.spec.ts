import type { Page } from "@playwright/test";
import { open, type Persona } from "./personas.ts";
import { expectSoundOnEachScreen, SCREENS } from "./sound-page.ts";
import { expect, test } from "./test.ts";

/** The page of Léa's parent, who has no account. */
const FOLLOW_UP = "main a[href^='/suivi/']:has-text('Léa')";

/** Pages by audience and reader; selectors of links lead on to a page whose address is not known beforehand. */
const PAGES: Record<string, [Persona | null, string, ...string[]][]> = {
  everyone: [
    [null, "/"],
    [null, "/offres?lieu=Rennes"],
    [null, "/offres?lieu=Rennes", "main li h3 a"],
    [null, "/offres?lieu=Rennes&vue=carte"],
    [null, "/offres?lieu=Rennes&q=introuvable"],
    [null, "/offres?lieu=nulle-part&q=accueil"],
    [null, "/familles"],
    [null, "/offres/idees"],
    [null, "/employeurs"],
    [null, "/etablissements"],
    [null, "/aide"],
    [null, "/accessibilite"],
    [null, "/plan-du-site"],
    [null, "/mentions-legales"],
    [null, "/donnees-personnelles"],
    [null, "/donnees-personnelles/registre"],
    [null, "/donnees-personnelles/analyse-d-impact"],
    [null, "/conditions-utilisation"],
    [null, "/connexion"],
    [null, "/activation"],
    [null, "/adresse-inconnue"],
    [null, "/dev/boite-mail"],
  ],
  "families by their link": [
    [null, "/suivi/lien-inconnu"],
    [null, "/connexion", FOLLOW_UP],
    [null, "/connexion", FOLLOW_UP, "main h3 a"],
    [null, "/connexion", FOLLOW_UP, "main h3 a", "main form[action$='/code'] button"],
    [
      null,
      "/connexion",
      FOLLOW_UP,
      "section[aria-labelledby='en-cours'] h3 a",
      "main a[href$='/opposition']",
    ],
    [null, "/accueil/lien-coupe"],
    [null, "/reponse/lien-coupe"],
    [null, "/desabonnement/lien-coupe"],
    [null, "/alertes/lien-coupe"],
  ],
  pupils: [
    ["lea", "/eleve"],
    ["lea", "/eleve", "main a[href^='/eleve/conventions/']"],
    ["lea", "/eleve/candidatures"],
    ["lea", "/eleve/candidatures", "main a[href^='/eleve/candidatures/']"],
    ["lea", "/eleve/favoris"],
    ["lea", "/eleve/alertes"],
    ["lea", "/eleve/probleme"],
    ["lea", "/eleve/places-gardees"],
    ["lea", "/eleve/stage-trouve"],
    ["lea", "/eleve", "main a[href^='/eleve/stages/']"],
    ["karim", "/eleve/suggestions"],
    ["lea", "/eleve/suggestions?surprise=1"],
    ["lea", "/offres?lieu=Saint-Denis%20(93)", "main li h3 a"],
    ["karim", "/offres?lieu=Marseille&q=prototype", "main li h3 a"],
    ["karim", "/offres?lieu=Marseille&defi=ecologie&periode=semaine-1"],
    ["lea", "/notifications"],
  ],
  employers: [
    ["claire", "/employeur"],
    ["claire", "/employeur/offres"],
    ["claire", "/employeur/offres", "main a[href^='/employeur/offres/0']"],
    ["claire", "/employeur/offres/nouvelle"],
    ["claire", "/employeur/candidatures"],
    ["marc", "/employeur/candidatures?etat=confirmees", ".host-item__title a", "main a[href$='/annuler']"],
    ["marc", "/employeur/conventions"],
  ],
  schools: [
    ["sophie", "/etablissement"],
    ["sophie", "/etablissement", "main a[href^='/etablissement/classes/']"],
    ["sophie", "/etablissement", "main a[href^='/etablissement/classes/']", "main a[href$='/familles']"],
    [
      "sophie",
      "/etablissement",
      "main a[href^='/etablissement/classes/']",
      "main a[href^='/etablissement/eleves/']",
    ],
    [
      "sophie",
      "/etablissement",
      "main a[href^='/etablissement/classes/']",
      "main a[href^='/etablissement/eleves/']",
      "main a[href$='/echanges']",
    ],
    [
      "sophie",
      "/etablissement",
      "main a[href^='/etablissement/classes/']",
      "main a[href^='/etablissement/eleves/']",
      "main a[href$='/notes']",
    ],
    [
      "sophie",
      "/etablissement",
      "main a[href^='/etablissement/classes/']",
      "main a[href^='/etablissement/eleves/']",
      "main a[href$='/suivi']",
    ],
    ["sophie", "/etablissement/encouragements"],
    ["sophie", "/etablissement/conventions"],
    ["sophie", "/etablissement/conventions", "main a[href^='/etablissement/conventions/0']"],
    ["sophie", "/etablissement/aides"],
    ["sophie", "/etablissement/aides", "main a[href^='/etablissement/aides/0']"],
    ["nadia", "/etablissement"],
    ["nadia", "/etablissement/equipe"],
    ["sophie", "/etablissement/a-replacer"],
    ["sophie", "/etablissement/suivi"],
    ["sophie", "/etablissement/suivi", "main a[href^='/etablissement/suivi/classes/']"],
    ["sophie", "/etablissement/suivi", "main a[href^='/etablissement/suivi/stages/']"],
    ["nadia", "/etablissement/fiche"],
    ["nadia", "/etablissement/fiche/images/cachet"],
    [null, "/etablissement/rejoindre?demande=0359901A"],
    ["nadia", "/etablissement/cartes"],
    ["nadia", "/etablissement/cartes", ".class-list a"],
    ["nadia", "/etablissement/eleves"],
    ["nadia", "/etablissement/eleves/import"],
    ["nadia", "/etablissement/classes"],
    [
      "nadia",
      "/etablissement/classes",
      ".class-list__name a",
      "main a[href^='/etablissement/eleves/0']",
      "main a[href$='/situation']",
    ],
    [
      "nadia",
      "/etablissement/classes",
      ".class-list__name a",
      "main a[href^='/etablissement/eleves/0']",
      "main a[href$='/stage-trouve']",
    ],
    ["nadia", "/etablissement/employeurs"],
    ["nadia", "/etablissement/classes", "main a[href$='/eleves/nouveau']"],
    ["paul", "/compte"],
    ["paul", "/compte/sessions"],
    ["paul", "/compte/donnees"],
    ["paul", "/compte/securite"],
  ],
  administrators: [
    ["admin", "/admin"],
    ["admin", "/admin/campagne"],
    ["admin", "/admin/comptes"],
    ["admin", "/admin/audit"],
    ["admin", "/admin/connexions"],
    ["admin", "/admin/etablissements"],
    ["admin", "/admin/etablissements/import"],
    ["admin", "/admin/recherches"],
    ["admin", "/admin/messages"],
    ["admin", "/admin/messages/echecs"],
    ["admin", "/admin/messages/non-envoyes"],
    ["admin", "/admin/messages/modeles"],
    ["admin", "/admin/messages/modeles/application-declined"],
    ["admin", "/admin/moderation"],
    ["admin", "/admin/moderation/siret?siret=00000000000018"],
    ["admin", "/admin/synonymes"],
    ["alice", "/notifications"],
  ],
};

// The audiences are walked side by side: none of them changes anything.
test.describe.configure({ mode: "parallel" });

for (const [audience, pages] of Object.entries(PAGES))
  test(`no page of ${audience} breaks a rule of axe, scrolls sideways, calls a third party or complains, on a light screen of 1280 px and a dark one of 360`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const readers = new Map<Persona | null, Page>();
    const troubles: string[] = [];
    const opened = new Map<Persona | null, string[]>();
    for (const [persona, ...steps] of pages) {
      const reader = persona ?? "visitor";
      const page = readers.get(persona) ?? (await open(browser, persona, SCREENS[0]));
      if (!readers.has(persona)) watch(page, reader, troubles);
      readers.set(persona, page);
      await follow(page, steps, opened.get(persona) ?? []);
      opened.set(persona, steps);
      const hasMap = steps.some((step) => step.includes("vue=carte"));
      await expectSoundOnEachScreen(page, `${reader}, ${steps.join(" → ")}`, hasMap);
    }
    expect(troubles).toEqual([]);
  });

/** Opens a page, then what its links lead to; goes on from the page that is open when it lies on the way. */
async function follow(page: Page, steps: [string, ...string[]], opened: string[]): Promise<void> {
  const isOnTheWay = opened.length > 0 && opened.every((step, place) => step === steps[place]);
  const done = isOnTheWay ? opened.length : 1;
  if (!isOnTheWay) await page.goto(steps[0]);
  for (const link of steps.slice(done)) {
    const before = new URL(page.url()).pathname;
    await page.locator(link).first().click({ timeout: 10_000 });
    await page.waitForURL((url) => url.pathname !== before);
  }
}

/** Requests that leave the site, and what the browser reports as an error; an unknown address is one of the pages. */
function watch(page: Page, reader: string, troubles: string[]): void {
  const home = new URL(process.env.E2E_BASE_URL ?? "").origin;
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !url.startsWith("data:"))
      troubles.push(`${reader}, ${page.url()}: request to ${url}`);
  });
  page.on("console", (message) => {
    const text = message.text();
    // The sandbox of a preview turns away the script of the test itself.
    if (message.type() === "error" && !text.includes("404") && !text.includes("Blocked script execution"))
      troubles.push(`${reader}, ${page.url()}: ${text}`);
  });
  page.on("pageerror", (error) => troubles.push(`${reader}, ${page.url()}: ${error.message}`));
}
