import type { Locator } from "@playwright/test";
import { fillClass } from "./classmate.ts";
import { open } from "./personas.ts";
import { expect, test } from "./test.ts";

const CLASS_SIZE = 35;
const MOST_CLICKS = 9;

for (const javaScriptEnabled of [true, false])
  test(`a teacher does the morning's work of a class of thirty-five in nine clicks, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const asking = { firstName: "Apolline", lastName: javaScriptEnabled ? "Gauthier" : "Guérin" };
    const name = `${asking.firstName} ${asking.lastName}`;
    await fillClass(CLASS_SIZE, asking);
    const page = await open(browser, "sophie", { javaScriptEnabled });
    const turn = page.locator(".agreement-turn");
    let clicks = 0;
    const press = (on: Locator) => {
      clicks += 1;
      return on.click();
    };

    // Those who have nothing come first, without a click.
    await page.goto("/etablissement");
    const rows = page.locator(".board-table tbody tr");
    expect(await rows.count()).toBeGreaterThanOrEqual(CLASS_SIZE);
    await expect(rows.first()).toContainText(/À replacer|Lettre commencée|Jamais commencé|Rien en cours/);

    await press(page.getByRole("link", { name: /demandes? d’aide en / }));
    await press(page.getByRole("link", { name }));
    await page
      .getByLabel("Votre réponse")
      .fill("Passez me voir à la pause de dix heures : nous regarderons ensemble.");
    await press(page.getByRole("button", { name: "Envoyer la réponse" }));
    await expect(page.getByText("Passez me voir à la pause")).toBeVisible();

    await press(page.getByRole("link", { name: "Mon établissement" }).first());
    await press(page.getByRole("link", { name: /conventions? à valider/ }));
    await press(page.getByRole("link", { name: javaScriptEnabled ? "Enzo Lopez" : "Louane Renaud" }));
    await expect(turn).toHaveText(/^Attend l’équipe enseignante \(validation de la convention\), depuis/);
    await press(page.getByRole("button", { name: "Valider la convention" }));
    await expect(turn).toHaveText("Attend les signatures, depuis aujourd’hui");

    await press(page.getByRole("link", { name: "Mon établissement" }).first());
    const download = page.waitForEvent("download");
    await press(page.getByRole("button", { name: "Exporter (Excel, LibreOffice)" }));
    expect((await download).suggestedFilename()).toMatch(/^eleves-\d{4}-\d\d-\d\d\.xlsx$/);

    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
  });
