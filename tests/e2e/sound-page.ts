import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Every page is looked at on both. */
export const SCREENS = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const;

/** Classes of the design system whose own rules the build left out of the stylesheet: those that a selector begins with. */
function leftOutClasses(): Set<string> {
  const library = path.dirname(createRequire(import.meta.url).resolve("@codegouvfr/react-dsfr/package.json"));
  const kept = readFileSync(path.resolve(import.meta.dirname, "../../app/ui/generated/dsfr.css"), "utf8");
  const known = new Set(kept.match(/(?<=\.)fr-[\w-]+/g));
  const whole = ["dsfr.main.css", "utility/utility.main.css"].map((file) =>
    readFileSync(path.join(library, "dsfr", file), "utf8"),
  );
  const styled = whole.flatMap((css) => css.match(/(?<=^\s*\.)fr-[\w-]+/gm) ?? []);
  return new Set(styled.filter((name) => !known.has(name)));
}

const leftOut = leftOutClasses();

/** No rule of axe is broken, nothing sticks out of the screen, and no class of the design system lacks its rules. */
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
  const classes = await page.evaluate(() =>
    [...document.querySelectorAll("[class]")].flatMap((element) => [...element.classList]),
  );
  const bare = [...new Set(classes)].filter((name) => leftOut.has(name));
  expect.soft(bare, where).toEqual([]);
}
