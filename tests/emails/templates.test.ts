import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { DECLINE_REASONS } from "#app/domain/applications/application.ts";
import { DEFAULT_HOURS_GRID, type HoursGrid } from "#app/domain/hours/hours-grid.ts";
import { applicationDeclined } from "#app/emails/application-declined.tsx";
import { hoursLines } from "#app/emails/hours-text.ts";
import { offerPublished } from "#app/emails/offer-published.tsx";
import { renderEmail } from "#app/emails/render-email.server.ts";
import type { EmailTemplate } from "#app/emails/template.ts";

const folder = path.resolve(import.meta.dirname, "../../app/emails");

/** What every template may ask for: each takes what it needs. */
const everything = {
  firstName: "Inès",
  timeZone: "Europe/Paris",
  unsubscribeLink: "https://stage.example.org/desabonnement/jeton",
  pupilFirstName: "Inès",
  offerTitle: "Découvrir la menuiserie",
  hostName: "Menuiserie Bois d’Armor",
  schoolName: "Lycée des Quatre-Vents",
  schoolTown: "Rennes",
  className: "2de B",
  town: "Rennes",
  address: "4 rue des Ateliers, 35000 Rennes",
  period: { startsOn: "2027-06-17", endsOn: "2027-06-28" },
  hours: DEFAULT_HOURS_GRID,
  supervisorName: "Gwenaëlle Prigent",
  lunch: "Repas tiré du sac",
  accessNote: "Bus C4",
  answerBefore: new Date("2027-03-12T09:00:00Z"),
  confirmBefore: new Date("2027-03-12T09:00:00Z"),
  reason: "dates",
  addressee: "host",
  reader: "school",
  link: "https://stage.example.org/la-suite?a=1&b=2",
};

type AnyTemplate = EmailTemplate<typeof everything>;

async function loadTemplates(): Promise<AnyTemplate[]> {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith(".tsx") && file !== "letter.tsx");
  const modules = await Promise.all(
    files.map((file) => import(path.join(folder, file)) as Promise<Record<string, AnyTemplate>>),
  );
  return modules.flatMap((module) => Object.values(module));
}

const templates = await loadTemplates();

describe.each(templates.map((template) => [template.name, template] as const))("%s", (_name, template) => {
  it("has an HTML part and a text part that greet and lead to the same action", async () => {
    const { subject, html, text } = await renderEmail(template, everything);
    expect(subject).not.toBe("");
    expect(html).toContain('lang="fr"');
    expect(html).toContain("Bonjour Inès,");
    expect(html).toContain('href="https://stage.example.org/la-suite?a=1&amp;b=2"');
    expect(text).toMatch(/^Bonjour Inès,\n\n/);
    expect(text).toContain(" :\nhttps://stage.example.org/la-suite?a=1&b=2\n");
    const refusal = template.topic ? 1 : 0;
    expect(text.match(/https:/g)).toHaveLength(1 + refusal);
    for (const part of [html, text]) expect(part.includes("/desabonnement/jeton")).toBe(refusal === 1);
    expect(text).not.toMatch(/<[a-z]|&[a-z]+;|undefined|null|\[object/);
    expect(html.replace(/<style.*?<\/style>/gs, "")).not.toMatch(/undefined|\[object/);
  });

  it("fetches nothing from elsewhere, and adapts to dark screens", async () => {
    const { html } = await renderEmail(template, everything);
    expect(html).not.toMatch(/<img|<script|@import|url\(/);
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).toContain("max-width:600px");
  });

  it("keeps the first name out of the subject and of the preview", async () => {
    const { subject, html } = await renderEmail(template, everything);
    const preview = /data-skip-in-text="true"[^>]*>([^<]*)/.exec(html)?.[1] ?? "Inès";
    expect(subject).not.toContain("Inès");
    expect(preview).not.toContain("Inès");
  });
});

it("names every template once", () => {
  expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
  expect(templates.length).toBe(17);
});

it("greets without a name when it is not known", async () => {
  const { html, text } = await renderEmail(offerPublished, { ...everything, firstName: null });
  expect(text).toMatch(/^Bonjour,\n/);
  expect(html).toContain("Bonjour,");
});

it("has a kind sentence for every reason to decline", async () => {
  for (const reason of [...DECLINE_REASONS, null]) {
    const { text } = await renderEmail(applicationDeclined, { ...everything, reason });
    expect(text).toContain("Un refus ne dit rien de votre valeur");
  }
});

it("lets neither a line break of a title into a subject nor its tags into the page", async () => {
  const title = "Atelier\r\nBcc: tous@example.org <b>gras</b>";
  const template: EmailTemplate<{ offerTitle: string; town: string; link: string }> = {
    ...offerPublished,
    subject: ({ offerTitle }) => offerTitle,
  };
  const { subject, html } = await renderEmail(template, { ...everything, offerTitle: title });
  expect(subject).toBe("Atelier Bcc: tous@example.org <b>gras</b>");
  expect(html).toContain("&lt;b&gt;gras");
});

it("tells hours by groups of days in a row", () => {
  const day = (from: string, to: string) => ({ morning: { from, to }, afternoon: null });
  const closed = { morning: null, afternoon: null };
  const grid: HoursGrid = {
    ...{ 1: day("09:00", "12:00"), 2: day("09:00", "12:00"), 3: closed },
    ...{ 4: day("09:00", "12:00"), 5: day("08:30", "12:00"), 6: closed },
  };
  expect(hoursLines(grid)).toEqual([
    "Du lundi au mardi : 9 h – 12 h",
    "Le jeudi : 9 h – 12 h",
    "Le vendredi : 8 h 30 – 12 h",
  ]);
  expect(hoursLines(DEFAULT_HOURS_GRID)).toEqual(["Du lundi au vendredi : 9 h – 12 h et 13 h 30 – 17 h"]);
});
