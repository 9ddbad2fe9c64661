import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { open, type Persona } from "./personas.ts";

/** The page of Léa's parent, who has no account. */
const FOLLOW_UP = "main a[href^='/suivi/']:has-text('Léa')";

/** Pages of the journey by reader; selectors of links lead on to a page whose address is not known beforehand. */
const PAGES: [Persona | null, string, ...string[]][] = [
  [null, "/"],
  [null, "/offres?lieu=Rennes"],
  [null, "/offres?lieu=Rennes&q=introuvable"],
  [null, "/offres?lieu=Rennes", "main li h3 a"],
  [null, "/aide"],
  [null, "/accessibilite"],
  [null, "/mentions-legales"],
  [null, "/donnees-personnelles"],
  [null, "/connexion"],
  [null, "/adresse-inconnue"],
  [null, "/dev/boite-mail"],
  [null, "/suivi/lien-inconnu"],
  [null, "/connexion", FOLLOW_UP],
  [null, "/connexion", FOLLOW_UP, "main h3 a"],
  [null, "/connexion", FOLLOW_UP, "section[aria-labelledby='en-cours'] h3 a", "main a[href$='/opposition']"],
  [null, "/connexion", FOLLOW_UP, "main h3 a", "main form[action$='/code'] button"],
  [null, "/desabonnement/lien-coupe"],
  ["lea", "/eleve"],
  ["lea", "/eleve/candidatures"],
  ["lea", "/eleve/candidatures", "main a[href^='/eleve/candidatures/']"],
  ["lea", "/eleve", "main a[href^='/eleve/conventions/']"],
  ["lea", "/eleve/favoris"],
  ["lea", "/eleve/probleme"],
  ["lea", "/offres?lieu=Saint-Denis%20(93)", "main li h3 a"],
  ["karim", "/offres?lieu=Marseille&q=prototype", "main li h3 a"],
  ["claire", "/employeur"],
  ["claire", "/employeur/offres"],
  ["claire", "/employeur/offres", "main a[href^='/employeur/offres/0']"],
  ["claire", "/employeur/offres/nouvelle"],
  ["claire", "/employeur/candidatures"],
  ["marc", "/employeur/candidatures?etat=confirmees", ".host-item__title a", "main a[href$='/annuler']"],
  ["marc", "/employeur/conventions"],
  ["sophie", "/etablissement"],
  ["sophie", "/etablissement", "main a[href^='/etablissement/classes/']"],
  ["sophie", "/etablissement", "main a[href^='/etablissement/classes/']", "main a[href$='/familles']"],
  ["sophie", "/etablissement/conventions"],
  ["sophie", "/etablissement/conventions", "main a[href^='/etablissement/conventions/0']"],
  ["nadia", "/etablissement"],
  ["paul", "/compte"],
  ["admin", "/admin"],
  ["admin", "/admin/messages"],
  ["admin", "/admin/messages/echecs"],
  ["admin", "/admin/messages/silences"],
  ["admin", "/admin/messages/modeles"],
  ["admin", "/admin/messages/modeles/application-declined"],
  ["lea", "/notifications"],
  ["alice", "/notifications"],
];

const SCREENS = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const;

for (const screen of SCREENS) {
  test(`no page breaks a rule of axe, scrolls sideways, calls a third party or complains, ${screen.colorScheme}, ${screen.viewport.width} px`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const readers = new Map<Persona | null, Page>();
    const troubles: string[] = [];
    for (const [persona, path, ...links] of PAGES) {
      const page = readers.get(persona) ?? (await open(browser, persona, screen));
      if (!readers.has(persona)) watch(page, troubles);
      readers.set(persona, page);
      await page.goto(path);
      for (const link of links) {
        const before = new URL(page.url()).pathname;
        await page.locator(link).first().click();
        await page.waitForURL((url) => url.pathname !== before);
      }
      const where = `${persona ?? "visitor"} ${path} ${links.join(" ")}`;
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect
        .soft(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
          where,
        )
        .toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, where).toBeLessThanOrEqual(screen.viewport.width);
    }
    expect(troubles).toEqual([]);
  });
}

/** Requests that leave the site, and what the browser reports as an error; an unknown address is one of the pages. */
function watch(page: Page, troubles: string[]): void {
  const home = new URL(process.env.E2E_BASE_URL ?? "").origin;
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !url.startsWith("data:")) troubles.push(`request to ${url}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404"))
      troubles.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
}
