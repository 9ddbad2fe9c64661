import { expect } from "@playwright/test";
import { SCREEN, type ElementRef, type WebDriver } from "./web-driver.ts";

type Kind = "link" | "button" | "field" | "radio";
interface Wanted {
  kind: Kind;
  name: string;
  /** Texts that the list item it stands in holds, and one that it does not. */
  within: readonly string[];
  without: string | null;
}

/** In the page: the first element of this kind that is seen and bears this name, as its reader would say it. */
const FIND = `
  var wanted = arguments[0];
  var read = function (element) { return element.innerText.replace(/\\s+/g, " ").trim(); };
  var isSeen = function (element) { return element.getClientRects().length > 0; };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var fits = function (element) {
    if (wanted.within.length === 0) return true;
    var item = element.closest("main li");
    if (!item) return false;
    var text = read(item);
    return wanted.within.every(function (part) { return text.indexOf(part) >= 0; }) &&
      (!wanted.without || text.indexOf(wanted.without) < 0);
  };
  var labels = function () {
    return all("label").filter(function (label) { return read(label).indexOf(wanted.name) === 0 && label.control; });
  };
  var found = wanted.kind === "field" ? labels().map(function (label) { return label.control; }).filter(isSeen)
    : wanted.kind === "radio" ? labels().filter(isSeen)
    : all(wanted.kind === "link" ? "a[href]" : "button")
        .filter(isSeen)
        .filter(function (element) { return read(element).indexOf(wanted.name) === 0; });
  var fitting = found.filter(fits);
  return fitting.filter(function (element) { return read(element) === wanted.name; })[0] || fitting[0] || null;`;

/** In the page: what keeps it from being sound on a small screen. */
const FAULTS = `
  var root = document.documentElement;
  var faults = [];
  if (!root.hasAttribute("data-fr-js")) faults.push("not alive");
  if (document.querySelector(".error-page")) faults.push("an error page");
  if (root.scrollWidth > root.clientWidth) faults.push("wider than its screen: " + root.scrollWidth);
  return faults;`;

export type Visitor = ReturnType<typeof visitor>;

/** What a person does with a browser, by the names that stand on the pages. */
export function visitor(driver: WebDriver, origin: string) {
  const find = (
    kind: Kind,
    name: string,
    { within = [] as string[], without = null as string | null } = {},
  ) => driver.run<ElementRef | null>(FIND, { kind, name, within, without } satisfies Wanted);

  async function wait(kind: Kind, name: string, where: Parameters<typeof find>[2] = {}): Promise<ElementRef> {
    let found: ElementRef | null = null;
    const isThere = async () => (found = await find(kind, name, where)) !== null;
    await expect.poll(isThere, { message: `${kind} ${name}`, timeout: 15_000 }).toBe(true);
    if (!found) throw new Error("It was seen a moment ago");
    return found;
  }
  const text = () => driver.run<string>("return document.body.innerText;");
  const address = () => driver.run<string>("return location.pathname + location.search;");
  const isSound = () => expect.poll(() => driver.run(FAULTS), { timeout: 15_000 }).toEqual([]);

  return {
    text,
    address,
    async open(path: string) {
      await driver.navigate(origin + path);
      await isSound();
    },
    async fill(label: string, typed: string) {
      const field = await wait("field", label);
      await driver.clear(field);
      await driver.type(field, typed);
    },
    choose: async (label: string) => driver.click(await wait("radio", label)),
    press: async (...[name, where]: [string, Parameters<typeof find>[2]?]) =>
      driver.click(await wait("button", name, where)),
    follow: async (...[name, where]: [string, Parameters<typeof find>[2]?]) =>
      driver.click(await wait("link", name, where)),
    /** The offer of the first result that holds these texts. */
    openOffer: async (where: Parameters<typeof find>[2]) => driver.click(await wait("link", "", where)),
    async arrives(pattern: RegExp) {
      await expect.poll(address, { timeout: 15_000 }).toMatch(pattern);
      await isSound();
    },
    async reads(words: string | RegExp) {
      const shown = typeof words === "string" ? expect.stringContaining(words) : expect.stringMatching(words);
      await expect.poll(text, { timeout: 15_000 }).toEqual(shown);
    },
    back: () => driver.run("setTimeout(function () { history.back(); });"),
    title: () => driver.run<string>(`return document.querySelector("h1").innerText.trim();`),
    screen: () => driver.run<number[]>("return [innerWidth, innerHeight];"),
    fetched: (path: string) =>
      driver.run<{ status: number; type: string; start: string }>(
        `return fetch(arguments[0]).then(function (answer) {
          return answer.text().then(function (body) {
            return { status: answer.status, type: answer.headers.get("Content-Type"), start: body.slice(0, 5) };
          });
        });`,
        path,
      ),
  };
}

export const PHONE = [SCREEN.width, SCREEN.height];
