import type { Browser, ElementHandle, JSHandle } from "@playwright/test";
import { open } from "../personas.ts";
import { refTo, idOf, SCREEN, type ElementRef, type WebDriver } from "./web-driver.ts";

/** Chromium by the same commands as the others; `change` makes another browser of it before each page's own scripts. */
export async function startChromium(browser: Browser, change: () => void): Promise<WebDriver> {
  const page = await open(browser, null, { viewport: { ...SCREEN }, isMobile: true, hasTouch: true });
  await page.addInitScript(change);
  const known = new Map<string, ElementHandle>();
  const element = (ref: ElementRef) => {
    const found = known.get(idOf(ref));
    if (!found) throw new Error("No such element");
    return found;
  };
  /** Asked of the page that comes when the one asked goes away meanwhile, as drivers of WebDriver do. */
  const evaluate = (script: string): Promise<JSHandle> =>
    page.evaluateHandle<unknown>(script).catch(async (error: Error) => {
      if (!error.message.includes("navigation")) throw error;
      await page.waitForLoadState("domcontentloaded");
      return evaluate(script);
    });
  return {
    navigate: async (url) => void (await page.goto(url)),
    run: async <Value>(body: string, ...args: unknown[]) => {
      const handle = await evaluate(`(function () {${body}}).apply(null, ${JSON.stringify(args)})`);
      const found = handle.asElement();
      if (!found) return (await handle.jsonValue()) as Value;
      const id = String(known.size);
      known.set(id, found as ElementHandle);
      return refTo(id) as Value;
    },
    click: (ref) => element(ref).click(),
    clear: (ref) => element(ref).fill(""),
    type: (ref, text) => element(ref).type(text),
    close: () => page.context().close(),
  };
}
