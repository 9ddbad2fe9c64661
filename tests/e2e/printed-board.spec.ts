import { execFileSync } from "node:child_process";
import { open } from "./personas.ts";
import { expect, test } from "./test.ts";

const CLASS_SIZE = 35;
const SMALLEST_PT = 7.5;
const PT_PER_PX = 72 / 96;

function poppler(tool: string, args: string[]): string {
  return execFileSync(tool, args, { encoding: "utf8" });
}

test("a class of thirty-five holds on one sheet of A4, in letters that are read without a lens", async ({
  browser,
}, testInfo) => {
  const page = await open(browser, "sophie");
  await page.goto("/etablissement");
  await expect(page.locator(".board-table tbody tr").first()).toBeVisible();
  // The words of the board's own pupils, as many times as a class is long.
  await page.evaluate((size) => {
    const body = document.querySelector<HTMLTableSectionElement>(".board-table tbody");
    const rows = [...(body?.rows ?? [])];
    for (const row of rows.slice(size)) row.remove();
    for (let at = rows.length; at < size; at += 1) {
      const row = rows[at % rows.length];
      if (row) body?.append(row.cloneNode(true));
    }
  }, CLASS_SIZE);
  const file = testInfo.outputPath("board.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  const info = poppler("pdfinfo", [file]);
  expect(info).toMatch(/^Pages:\s+1$/m);
  expect(info).toContain("(A4)");
  const words = poppler("pdftotext", ["-layout", file, "-"]);
  expect(
    words.match(/À replacer|Lettre commencée|Jamais commencé|Rien en cours|en cours|signée|semaine place/g)
      ?.length,
  ).toBeGreaterThanOrEqual(CLASS_SIZE);
  expect(words).not.toContain("Exporter");

  await page.emulateMedia({ media: "print" });
  const sizes = await page
    .locator(".board-table :is(th, td), .board-table :is(th, td) :not(.school-table__label)")
    .evaluateAll((cells) => cells.map((cell) => parseFloat(getComputedStyle(cell).fontSize)));
  expect(Math.min(...sizes) * PT_PER_PX).toBeGreaterThanOrEqual(SMALLEST_PT - 0.01);
});
