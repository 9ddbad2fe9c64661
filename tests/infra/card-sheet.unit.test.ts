import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { CardSheet } from "#app/domain/activation/card-sheet.ts";
import { renderCardsPdf } from "#app/infra/pdf/cards-pdf.ts";
import { qrCodePath } from "#app/infra/qr-code.server.ts";

const folder = mkdtempSync(join(tmpdir(), "card-sheet-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sheetOf = (count: number): CardSheet => ({
  title: "Cartes d’activation de la classe 2de B",
  place: "2de B, Lycée des Trois-Rivières",
  address: "stage.example.org/activation",
  square: qrCodePath("https://stage.example.org/activation"),
  until: "valable jusqu’au 28 juin 2027 inclus",
  cards: Array.from({ length: count }, (_, index) => ({
    name: `#emph[Naïm ${index}] L.`,
    code: `K7MP-X2GD-W9H${index}`,
    signInName: index === 1 ? "naim-4k7p" : null,
  })),
  createdAt: new Date("2027-03-01T09:00:00Z"),
});

function poppler(tool: string, pdf: Uint8Array): string {
  const file = join(folder, "cards.pdf");
  writeFileSync(file, pdf);
  const args = tool === "pdftotext" ? [file, "-"] : [file];
  const output = execFileSync(tool, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return output.replace(/[\s\u00a0]+/g, " ");
}

it("prints eight cards on a sheet, each with its name, class, code, end and what to do", () => {
  const pdf = renderCardsPdf(sheetOf(9));
  const words = poppler("pdftotext", pdf);
  for (let index = 0; index < 9; index += 1) expect(words.split(`K7MP-X2GD-W9H${index}`)).toHaveLength(2);
  expect(words.split("2de B, Lycée des Trois-Rivières")).toHaveLength(10);
  expect(words.split("valable jusqu’au 28 juin 2027 inclus")).toHaveLength(10);
  expect(words).toContain("#emph[Naïm 8] L.");
  expect(words).toContain("Votre identifiant reste naim-4k7p.");
  expect(words.split("Votre identifiant reste")).toHaveLength(2);
  expect(words).toContain("Ouvrez stage.example.org/activation ou scannez le carré.");
  const info = poppler("pdfinfo", pdf);
  expect(info).toContain("Pages: 2");
  expect(info).toContain("Tagged: yes");
  expect(info).toMatch(/Page size: 595\.\d+ x 841\.\d+ pts \(A4\)/);
});

it("fits eight of them on one page", () => {
  expect(poppler("pdfinfo", renderCardsPdf(sheetOf(8)))).toContain("Pages: 1");
});
