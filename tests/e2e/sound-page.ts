import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/** Every page is looked at on both. */
export const SCREENS = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const;

export type Screen = (typeof SCREENS)[number];

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

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

/** The page drawn already is turned to another screen: theme and width follow at once, nothing is asked of the server. */
export async function turnTo(page: Page, { colorScheme, viewport }: Screen): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
  await expect(page.locator("html")).toHaveAttribute("data-fr-theme", colorScheme);
}

interface Axe {
  run(scope: Document | Element, options: axe.RunOptions): Promise<axe.AxeResults>;
}

interface AskedOfAxe {
  selector: string | null;
  sets: string[] | null;
}

/** In the page: every element that breaks a rule, and how. */
async function findViolations({ selector, sets }: AskedOfAxe): Promise<string[]> {
  // Colours on their way from one theme to the other are not those that people read.
  const moving = document
    .getAnimations()
    .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
  await Promise.allSettled(moving.map((one) => one.finished));
  const scope = selector === null ? document : document.querySelector(selector);
  if (!scope) throw new Error(`Nothing on the page is ${selector}.`);
  const { violations } = await (window as unknown as { axe: Axe }).axe.run(scope, {
    resultTypes: ["violations"],
    ...(sets ? { runOnly: { type: "tag", values: sets } } : {}),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html}`),
  );
}

/** What axe says of a part of the page, or of the whole; of these sets of its rules, or of all. */
export async function violationsOf(
  page: Page,
  selector: string | null,
  sets: string[] | null = null,
): Promise<string[]> {
  const isReady = await page.evaluate(() => "axe" in window);
  if (!isReady) await page.evaluate(axe.source);
  return page.evaluate(findViolations, { selector, sets });
}

/** In the page: how wide it is drawn, what sticks out on the right, and the classes that it bears. */
function measure() {
  const { clientWidth, scrollWidth } = document.documentElement;
  const elements = [...document.body.querySelectorAll("*")];
  const sticksOut = elements.filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
  return {
    drawnWidth: scrollWidth,
    sticksOut: sticksOut.map((one) => `${one.tagName.toLowerCase()}.${[...one.classList].join(".")}`),
    classes: [...new Set([...document.querySelectorAll("[class]")].flatMap((one) => [...one.classList]))],
  };
}

/**
 * No rule of axe is broken, nothing sticks out of the screen, and no class of the design system lacks its rules.
 * `where` says whose page it is and how it was reached.
 */
export async function expectSound(page: Page, where: string, screen: Screen): Promise<void> {
  // Nothing runs in a sandboxed frame, axe neither, which would wait for it for ever.
  const frames = await page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe[sandbox]")) frame.remove();
    return document.querySelectorAll("iframe").length;
  });
  const seen = `${where} (${page.url()}), ${screen.colorScheme}, ${screen.viewport.width} px`;
  expect(frames, `${seen}: frames, which axe would not see`).toBe(0);
  expect.soft(await violationsOf(page, null, RULES), `${seen}: rules of axe`).toEqual([]);
  const { drawnWidth, sticksOut, classes } = await page.evaluate(measure);
  expect
    .soft(drawnWidth, `${seen}: too wide by ${sticksOut.join(", ")}`)
    .toBeLessThanOrEqual(screen.viewport.width);
  const bare = classes.filter((name) => leftOut.has(name));
  expect.soft(bare, `${seen}: classes left out of the stylesheet`).toEqual([]);
}

/**
 * The page as it is now, on each screen in turn, the one it was opened on first. `redraw` is for what measures its place
 * once: it is asked for again on the other screen.
 */
export async function expectSoundOnEachScreen(page: Page, where: string, redraw = false): Promise<void> {
  const opened = SCREENS.find(({ viewport }) => viewport.width === page.viewportSize()?.width) ?? SCREENS[0];
  for (const screen of [opened, ...SCREENS.filter((one) => one !== opened)]) {
    await turnTo(page, screen);
    if (redraw && screen !== opened) await page.reload();
    await expectSound(page, where, screen);
  }
}
