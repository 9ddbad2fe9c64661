import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ui = path.resolve("app/ui");
const sheets = fs
  .readdirSync(ui, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".css") && !file.startsWith("generated"));

/** What stands before each brace, comments left out. */
function preludes(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return [...plain.matchAll(/(?:^|[{};])([^{};]+)\{/g)].map((match) => (match[1] ?? "").trim());
}

/** The selectors of a list: commas between brackets are inside one selector. */
function selectorsOf(prelude: string): string[] {
  let depth = 0;
  let current = "";
  const selectors: string[] = [];
  for (const character of prelude) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === "," && depth === 0) {
      selectors.push(current.trim());
      current = "";
    } else current += character;
  }
  return [...selectors, current.trim()];
}

describe("stylesheets in browsers that do not know :has()", () => {
  it.each(sheets)("%s loses no other rule with it", (sheet) => {
    const lists = preludes(fs.readFileSync(path.join(ui, sheet), "utf8")).filter((text) =>
      text.includes(":has("),
    );
    expect(lists.filter((list) => selectorsOf(list).length > 1)).toEqual([]);
  });
});

describe("what moves by itself", () => {
  const text = sheets.map((sheet) => fs.readFileSync(path.join(ui, sheet), "utf8")).join("\n");

  it("ends within five seconds: nobody has to stop it", () => {
    const animations = [...text.matchAll(/animation: ([^;]+);/g)].map((match) => match[1] ?? "");
    expect(animations.length).toBeGreaterThan(0);
    for (const animation of animations) {
      expect(animation).not.toContain("infinite");
      expect(Number(/([\d.]+)s/.exec(animation)?.[1])).toBeLessThanOrEqual(5);
    }
  });
});

it("no word of a page is written by a stylesheet", () => {
  const text = sheets.map((sheet) => fs.readFileSync(path.join(ui, sheet), "utf8")).join("\n");
  const contents = [...text.matchAll(/[^-]content: ([^;]+);/g)].map((match) => match[1] ?? "");
  expect(contents.filter((content) => /attr\(|[A-Za-zÀ-ÿ]{2,}"/.test(content))).toEqual([]);
});
