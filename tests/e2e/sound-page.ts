import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Every page is looked at on both. */
export const SCREENS = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const;

/** No rule of axe is broken, and nothing sticks out of the screen. */
export async function expectSound(page: Page, where: string, width: number): Promise<void> {
  // Nothing runs in a sandboxed frame, axe neither, which would wait for it for ever.
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe[sandbox]")) frame.remove();
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  expect.soft(found, where).toEqual([]);
  const drawn = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(drawn, where).toBeLessThanOrEqual(width);
}
