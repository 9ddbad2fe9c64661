import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";
import {
  agreementDocument,
  type AgreementDocumentInput,
} from "#app/domain/agreements/document/agreement-document.ts";
import { agreementHash, agreementTextHash } from "#app/domain/agreements/document/agreement-hash.server.ts";
import { parseAgreementText } from "#app/domain/agreements/text/agreement-text.ts";
import { renderAgreementPdf } from "#app/infra/pdf/agreement-pdf.ts";
import { createPdfRenderer } from "#app/infra/pdf/pdf-renderer.ts";
import { completeContent } from "#tests/domain/agreements/agreement-fixture.ts";

const markdown = readFileSync("db/seed/reference/agreement-text-demonstration.md", "utf8");
const parsed = parseAgreementText(markdown);
if (!parsed.ok) throw new Error("the demonstration text must be readable");
const text = parsed.value;
const validated: AgreementDocumentInput = {
  text,
  content: completeContent,
  stage: "validated",
  version: 1,
  hash: agreementHash(completeContent, agreementTextHash(markdown)),
  createdAt: new Date("2027-04-01T10:00:00Z"),
  verification: { url: "https://stage.example.org/verifier", code: "7KQF-2M9P" },
};
const documentOf = (change: Partial<AgreementDocumentInput> = {}) =>
  agreementDocument({ ...validated, ...change });
const pdfOf = (change: Partial<AgreementDocumentInput> = {}) => renderAgreementPdf(documentOf(change));
const withContent = (change: Partial<AgreementContent>) => ({ content: { ...completeContent, ...change } });

describe("the PDF of an agreement", () => {
  const folder = mkdtempSync(join(tmpdir(), "agreement-pdf-"));
  const file = join(folder, "agreement.pdf");
  afterAll(() => rmSync(folder, { recursive: true }));
  /** What a poppler tool says of a PDF; its warnings are not ours. */
  const poppler = (tool: string, args: string[], pdf: Uint8Array) => {
    writeFileSync(file, pdf);
    const output = execFileSync(tool, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return output.replace(/[\s\u00a0]+/g, " ");
  };
  const textOf = (pdf: Uint8Array) => poppler("pdftotext", ["-layout", file, "-"], pdf);
  const infoOf = (pdf: Uint8Array) => poppler("pdfinfo", [file], pdf);

  it("shows that something was there for each character that the fonts cannot draw", () => {
    const words = textOf(
      pdfOf(
        withContent({
          activities: "Chaîne de montage 🏭, salle 東京, équipe 👩🏽‍🔬.\u0007 \u202eFin\u2060.",
          objectives: "e\u0301tude, ∑, œuvre, ŵ, ✅ fini",
        }),
      ),
    );
    expect(words).toContain("Chaîne de montage □, salle □□, équipe □□.");
    expect(words).toContain("Fin.");
    expect(words).toContain("étude, ∑, œuvre, ŵ,");
  });

  it("holds the parties, the pupil, the dates, the hours and the ten articles", () => {
    const words = textOf(pdfOf());
    for (const expected of [
      "Menuiserie Bois d’Armor",
      "000 000 005 00008",
      "Mme Claire Le Goff, gérante",
      "Lycée des Quatre-Vents",
      "Nadia Benali",
      "Léa Martin",
      "23 novembre 2011",
      "14 juin 2027",
      "25 juin 2027",
      "de 13 h 30 à 17 h",
      "Lun. 14 – ven. 25 juin · 10 jours",
      "65 h",
      "sophie.martin@example.org",
      "suivre un chantier",
      "Ligne de bus C4",
      "Version 1",
      "7KQF-2M9P",
      validated.hash.slice(0, 4),
      ...Array.from({ length: 10 }, (_, index) => `Article ${index + 1} –`),
    ]) {
      expect(words).toContain(expected);
    }
  });

  it("is tagged, follows PDF/UA, has a title and a language, and stays on a few pages", () => {
    const pdf = pdfOf();
    const info = infoOf(pdf);
    expect(info).toContain("Tagged: yes");
    expect(info).toContain("Title: Convention de séquence d'observation");
    expect(info).toMatch(/Pages: [23] /);
    const raw = Buffer.from(pdf).toString("latin1");
    expect(raw).toMatch(/pdfuaid:part>1</);
    expect(raw).toMatch(/\/Lang ?\(fr/);
    const structure = poppler("pdfinfo", ["-struct", file], pdf);
    for (const tag of ["H1", "H2", "Table", "TH", "TD", "P"])
      expect(structure).toMatch(new RegExp(` ${tag}\\b`));
  });

  it("tells by its tags what the eye sees: headings, facts and hours named by row, activities as a list", () => {
    const activities = "- Observer l’accueil\n- Suivre un chantier\nAssister à une réunion";
    const structure = poppler("pdfinfo", ["-struct-text", file], pdfOf(withContent({ activities })));
    const elements = structure.split(/(?= (?:H1|H2|H3|P|TR|TH|TD|L|LI|Table)\b)/).map((one) => one.trim());
    const told = (tag: string) =>
      elements
        .filter((one) => new RegExp(`^${tag}\\b`).test(one))
        .map((one) =>
          [...one.replace(/^H\d [^(]*\(block\)/, "").matchAll(/"([^"]*)"/g)].map(([, text]) => text).join(""),
        );
    expect(told("H1")).toEqual([expect.stringMatching(/^Convention de séquence d'observation/)]);
    expect(told("H2")).toEqual([expect.stringContaining("Titre I :"), expect.stringContaining("Titre II :")]);
    const articles = Array.from(
      { length: 10 },
      (_, index) => expect.stringMatching(`^Article ${index + 1} – `) as string,
    );
    expect(told("H3")).toEqual([...articles, "A. Annexe pédagogique", "B. Annexe financière"]);
    const rows = elements.filter((one) => one.startsWith("TH") && one.includes("/Scope /Row"));
    const names = rows.map((one) => /"([^"]*)/.exec(one)?.[1]);
    for (const name of ["Élève", "Classe", "Lundi", "Samedi"]) expect(names).toContain(name);
    expect(names.some((name) => name?.startsWith("Total du stage"))).toBe(true);
    // Of each row but those of columns' names and of the parties, the first cell is a header.
    const firsts = elements.filter((_, at) => elements[at - 1]?.startsWith("TR"));
    expect(firsts.filter((one) => one.startsWith("TD"))).toHaveLength(1);
    const items = elements.filter((one) => one.startsWith("LI"));
    for (const activity of ["Observer l’accueil", "Suivre un chantier", "Assister à une réunion"])
      expect(
        items.some((one) => one.includes(`"${activity}"`)),
        activity,
      ).toBe(true);
  });

  it("gives the same bytes for the same version, other bytes for another one", () => {
    const bytes = Buffer.from(pdfOf());
    expect(bytes.equals(pdfOf())).toBe(true);
    expect(bytes.equals(pdfOf({ version: 2 }))).toBe(false);
    expect(bytes.equals(pdfOf({ createdAt: new Date("2027-04-02T10:00:00Z") }))).toBe(false);
  });

  it("bears the mark of a draft until the teacher has validated it", () => {
    expect(textOf(pdfOf({ stage: "draft" }))).toContain("ne pas signer");
    expect(textOf(pdfOf({ stage: "draft" }))).toContain("PROJET");
    expect(textOf(pdfOf())).not.toContain("PROJET");
  });

  it("bears the mark of the demonstration text, and only of that one", () => {
    expect(textOf(pdfOf())).toContain("TEXTE DE DÉMONSTRATION");
    const voted = parseAgreementText(markdown.replace(/^> .*$/m, ""));
    if (!voted.ok) throw new Error("the text must still be readable");
    expect(textOf(pdfOf({ text: voted.value }))).not.toMatch(/démonstration,|DÉMONSTRATION/);
  });

  it("shows as plain text whatever a person typed", () => {
    const activities = '#read("/etc/passwd") $x$ *gras* `code` <etiquette> @ref \\ " #{1 + 1} [crochet]';
    const words = textOf(pdfOf(withContent({ activities })));
    for (const piece of [
      '#read("/etc/passwd")',
      "$x$",
      "*gras*",
      "`code`",
      "<etiquette>",
      "@ref",
      "#{1 + 1}",
    ]) {
      expect(words).toContain(piece);
    }
  });

  it("breaks long texts over pages instead of losing them", () => {
    const long = `${"Observer puis raconter. ".repeat(160)}Fin des activités.`;
    const words = textOf(
      pdfOf(withContent({ activities: long, lunch: `${"Repas. ".repeat(500)}Fin des repas.` })),
    );
    expect(words).toContain("Fin des activités.");
    expect(words).toContain("Fin des repas.");
    expect(words).toContain("Nadia Benali");
  });

  it("is made from an empty draft too", () => {
    const { host, school } = completeContent;
    const empty = withContent({
      host: {
        ...host,
        name: "",
        siret: "",
        addressLine: "",
        postcode: "",
        town: "",
        signatoryName: "",
        signatoryTitle: "",
        signatoryQuality: "",
      },
      school: { ...school, uai: "", name: "", address: "", headName: "", email: "" },
      guardians: [],
      activities: "",
      boardDeliberationOn: null,
    });
    expect(textOf(pdfOf({ ...empty, stage: "draft", verification: null }))).toContain("Léa Martin");
  });
});

describe("the renderer in its worker thread", () => {
  let renderer: ReturnType<typeof createPdfRenderer>;
  beforeAll(() => {
    renderer = createPdfRenderer();
  });
  afterAll(() => renderer.close());

  it("gives each request its own document, the same as in the main thread", async () => {
    const versions = [1, 2, 3, 4];
    const pdfs = await Promise.all(versions.map((version) => renderer.render(documentOf({ version }))));
    versions.forEach((version, index) => {
      expect(Buffer.from(pdfs[index] ?? []).equals(pdfOf({ version }))).toBe(true);
    });
  });

  it("reports a document that cannot be made and goes on", async () => {
    const untitled = { ...documentOf(), title: "" };
    await expect(renderer.render(untitled)).rejects.toThrow(/title/);
    await expect(renderer.render(documentOf())).resolves.toBeInstanceOf(Uint8Array);
  });

  it("refuses what is still waiting when it closes, and starts again on demand", async () => {
    const waiting = renderer.render(documentOf());
    const refused = expect(waiting).rejects.toThrow(/closed/);
    await renderer.close();
    await refused;
    await expect(renderer.render(documentOf())).resolves.toBeInstanceOf(Uint8Array);
  });
});
