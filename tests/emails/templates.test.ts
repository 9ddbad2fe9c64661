import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { DECLINE_REASONS } from "#app/domain/applications/application.ts";
import { DEFAULT_HOURS_GRID, type HoursGrid } from "#app/domain/hours/hours-grid.ts";
import type { Reader } from "#app/emails/samples.ts";
import { EVENT_TYPES } from "#app/domain/notifications/compose/event-registry.ts";
import { applicationAccepted } from "#app/emails/applications/application-accepted.tsx";
import { applicationDeclined } from "#app/emails/applications/application-declined.tsx";
import { emailCatalogue } from "#app/emails/catalogue.server.ts";
import { guardianLink } from "#app/emails/guardians/guardian-link.tsx";
import { hoursLines } from "#app/emails/hours-text.ts";
import type { NearbyOffer } from "#app/emails/applications/nearby-offers.tsx";
import { offerPublished } from "#app/emails/offers/offer-published.tsx";
import { renderEmail } from "#app/emails/render-email.server.ts";

const folder = path.resolve(import.meta.dirname, "../../app/emails");
const emails = emailCatalogue.flatMap((entry) =>
  entry.samples.map((sample, index) => ({
    ...sample,
    entry,
    title: `${entry.name}, ${sample.reader} ${index}`,
  })),
);

/** Words of a page, as they are read: no tag, no hidden preview, plain spaces. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|head).*?<\/\1>/gs, "")
    .replace(/<div class="preheader".*?<\/div>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'");
}

const plain = (text: string) => text.replace(/\s+/g, " ").replace(/ ([,).])/g, "$1");

describe.each(emails.map((email) => [email.title, email] as const))("%s", (_title, { entry, ...sample }) => {
  it("greets, says the same in both parts and leads to the same action", async () => {
    const { html, text, action } = await sample.render();
    expect(html).toContain('lang="fr"');
    expect(text).toMatch(NAMELESS.includes(sample.reader) ? /^Bonjour,\n\n/ : /^Bonjour \p{Lu}\p{L}+,\n\n/u);
    expect(action).not.toBeNull();
    expect(html).toContain(`href="${action?.link.replaceAll("&", "&amp;")}"`);
    expect(text).toContain(`${action?.label} :\n${action?.link}\n`);
    const words = plain(wordsOf(html));
    const paragraphs = text
      .split("\n")
      .filter((line) => line && !/^(https:|\s+https:|--$)|:$| : /.test(line));
    for (const line of paragraphs) {
      const paragraph = plain(line.replace(/^- /, "").replace(/ \(.*\)$/, ""));
      expect(words, line).toContain(paragraph);
    }
    expect(`${text}${words}`).not.toMatch(/undefined|null|\[object|<[a-z]/);
  });

  it("says why it comes, where to reply, and how to refuse what can be refused", async () => {
    const { html, text } = await sample.render();
    for (const part of [plain(wordsOf(html)), plain(text)]) {
      expect(part).toContain("Vous recevez ce message parce que");
      expect(part).toContain("Répondez simplement à ce message.");
    }
    for (const part of [html, text])
      expect(part.includes("/desabonnement/exemple")).toBe(entry.topic !== null);
  });

  it("keeps the first name of a minor off the screens that others may see", async () => {
    const { subject, summary, action, sms, html } = await sample.render();
    const preview = /<div class="preheader"[^>]*>([^<]*)/.exec(html)?.[1] ?? "Inès";
    const names = /Inès|Malo/;
    for (const shown of [summary, action?.label ?? "", sms ?? "", preview]) expect(shown).not.toMatch(names);
    if (sample.reader === "pupil" || sample.reader === "guardian") expect(subject).not.toMatch(names);
    expect(summary).toMatch(/[.?!]$|·/);
    expect(subject.length, subject).toBeLessThanOrEqual(66);
  });

  it("fetches nothing from elsewhere, and adapts to dark screens", async () => {
    const { html } = await sample.render();
    expect(html).not.toMatch(/<img|<script|@import|url\(/);
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).toContain("max-width:600px");
  });
});

/** Known by their address alone, or by a full name that no greeting uses. */
const NAMELESS: readonly Reader[] = ["guardian", "newcomer", "administrator"];

describe("the catalogue", () => {
  it("holds every template of the folder, with a sample for each reader", () => {
    const written = fs
      .readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx"))
      .flatMap((file) => [
        ...fs.readFileSync(path.join(folder, file), "utf8").matchAll(/^ {2,4}name: "(.+)",$/gm),
      ])
      .map(([, name]) => name);
    expect(emailCatalogue.map(({ name }) => name).sort()).toEqual(written.sort());
    for (const entry of emailCatalogue) expect(entry.samples.length, entry.name).toBeGreaterThan(0);
    expect(new Set(written).size).toBe(written.length);
  });

  it("has an e-mail for every event", () => {
    const covered = new Set(emailCatalogue.flatMap(({ events }) => events));
    expect(covered).toEqual(new Set(EVENT_TYPES));
  });

  it("gives a text message to each representative, who may have no address", async () => {
    for (const { entry, render } of emails.filter(({ reader }) => reader === "guardian")) {
      const { sms } = await render();
      expect(sms, entry.name).toContain("Stage de seconde : ");
    }
  });
});

const addressed = { firstName: "Inès", timeZone: "Europe/Paris", unsubscribeLink: null, canReply: true };
const [declined] = applicationDeclined.samples;

describe("a refusal", () => {
  it("has a kind sentence for every reason, and none when none was given", async () => {
    for (const reason of [...DECLINE_REASONS, null]) {
      const { text } = await renderEmail(applicationDeclined, { ...declined.props, ...addressed, reason });
      expect(text).toContain("Un refus ne dit rien de votre valeur");
      expect(text).toMatch(
        reason ? /atelier d’une menuiserie »\. \p{Lu}/u : /atelier d’une menuiserie »\.\n/,
      );
    }
  });

  it("names the offers near the school, or leads to the search alone when there are none", async () => {
    const withOffers = (nearby: NearbyOffer[]) =>
      renderEmail(applicationDeclined, { ...declined.props, ...addressed, nearby });
    const { nearby } = declined.props;
    const three = await withOffers(nearby);
    for (const { title, link } of nearby) {
      expect(three.html).toContain(`href="${link}"`);
      expect(three.text).toContain(`- ${title} (`);
      expect(three.text).toContain(`\n  ${link}`);
    }
    expect(three.summary).toContain("Trois offres près de votre lycée ont encore une place.");
    const one = await withOffers(nearby.slice(0, 1));
    expect(one.text).toContain("cette offre a encore une place pour les mêmes semaines :");
    const none = await withOffers([]);
    expect(none.text).not.toContain("Près de votre lycée");
    expect(none.summary).toContain("D’autres offres sont à chercher près de votre lycée.");
  });
});

it("invites to answer only where answers arrive", async () => {
  const answered = await renderEmail(applicationDeclined, { ...declined.props, ...addressed });
  const unread = await renderEmail(applicationDeclined, { ...declined.props, ...addressed, canReply: false });
  for (const part of ["html", "text"] as const) {
    expect(plain(answered[part])).toContain("Répondez simplement");
    expect(plain(unread[part])).not.toContain("Répondez");
  }
});

it("says that a deadline is in mainland time to those who live elsewhere", async () => {
  const [accepted] = applicationAccepted.samples;
  const { text, subject } = await renderEmail(applicationAccepted, {
    ...accepted.props,
    ...addressed,
    timeZone: "Indian/Reunion",
  });
  expect(text).toContain("14 mars 2027 à minuit (heure de Paris)");
  expect(subject).toContain("14 mars à minuit (heure de Paris)");
});

it("lets neither a line break of a title into a subject nor its tags into the page", async () => {
  const offerTitle = "Atelier\r\nBcc: tous@example.org <b>gras</b>";
  const template = { ...offerPublished, subject: (props: { offerTitle: string }) => props.offerTitle };
  const { subject, html } = await renderEmail(template, {
    offerTitle,
    town: "Rennes",
    link: "https://stage.example.org/",
    ...addressed,
  });
  expect(subject).toBe("Atelier Bcc: tous@example.org <b>gras</b>");
  expect(html).toContain("&lt;b&gt;gras");
});

it.each([
  ["Inès", "d’Inès"],
  ["Hélène", "d’Hélène"],
  ["Karim", "de Karim"],
])("names %s with the article that her or his name asks for", async (pupilFirstName, named) => {
  const link = "https://stage.example.org/suivi/a";
  const { html, text } = await renderEmail(guardianLink, { pupilFirstName, link, ...addressed });
  for (const part of [html, text]) expect(part).toContain(`la recherche de stage ${named}, et`);
});

it("writes hours by groups of days in a row", () => {
  const day = (from: string, to: string) => ({ morning: { from, to }, afternoon: null });
  const closed = { morning: null, afternoon: null };
  const grid: HoursGrid = {
    1: day("09:00", "12:00"),
    2: day("09:00", "12:00"),
    3: closed,
    4: day("09:00", "12:00"),
    5: day("08:30", "12:00"),
    6: closed,
  };
  expect(hoursLines(grid)).toEqual([
    "Du lundi au mardi : 9 h – 12 h",
    "Le jeudi : 9 h – 12 h",
    "Le vendredi : 8 h 30 – 12 h",
  ]);
  expect(hoursLines(DEFAULT_HOURS_GRID)).toEqual(["Du lundi au vendredi : 9 h – 12 h et 13 h 30 – 17 h"]);
});
