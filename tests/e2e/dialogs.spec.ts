import { open } from "./personas.ts";
import { violationsOf } from "./sound-page.ts";
import { expect, test } from "./test.ts";

test("the display settings open on a page, hold the focus, choose a theme and give the page back", async ({
  browser,
}) => {
  const page = await open(browser, null);
  await page.goto("/aide");
  await expect(page.locator("html[data-fr-js]")).toBeVisible();
  const opener = page.getByRole("button", { name: "Paramètres d’affichage" });
  await opener.click();
  const dialog = page.getByRole("dialog", { name: "Paramètres d’affichage" });
  await expect(dialog.getByRole("heading", { name: "Paramètres d’affichage" })).toBeVisible();
  await expect(dialog.locator(":focus")).toHaveCount(1);
  const violations = await violationsOf(page, "#fr-theme-modal");
  expect(violations).toEqual([]);
  await dialog.getByText("Thème sombre").click();
  await expect(page.locator("html")).toHaveAttribute("data-fr-theme", "dark");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await page.locator("main a").first().click({ trial: true });
});

test("the menu of a phone unfolds in view and folds again, with the keyboard", async ({ browser }) => {
  const page = await open(browser, null, { viewport: { width: 360, height: 740 } });
  await page.goto("/aide");
  await expect(page.locator("html[data-fr-js]")).toBeVisible();
  const opener = page.locator("header summary").filter({ hasText: "Menu" });
  const link = page.locator("header").getByRole("link", { name: "Trouver un stage" });
  await expect(link).toBeHidden();
  await opener.press("Enter");
  await expect(link).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.locator("header details :focus")).toHaveCount(1);
  const violations = await violationsOf(page, "header");
  expect(violations).toEqual([]);
  await opener.press("Enter");
  await expect(link).toBeHidden();
});
