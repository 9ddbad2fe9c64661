import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PurgeCSS } from "purgecss";

/**
 * Assembles the stylesheet of the design system from what the code really uses: the rules whose classes, elements and
 * variables are named somewhere, in their original order. The full bundle weighs five times as much, and a page waits
 * for it before its first paint.
 *
 * The Marianne font and logo belong to the State: they go to a stylesheet of their own, linked only when the
 * service bears the State's brand. Everything lands in app/ui/generated (git-ignored).
 */

const root = path.resolve(import.meta.dirname, "..");
const source = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@codegouvfr/react-dsfr/package.json")),
  "dsfr",
);
const output = path.join(root, "app/ui/generated");

/** Upstream order: the cascade depends on it. `logo` is left out on purpose (State brand). */
const componentOrder =
  "accordion badge button quote breadcrumb form stepper tooltip link sidemenu callout highlight tab pagination summary tag alert notice radio card checkbox input segmented toggle skiplink select modal navigation footer tile search password table header".split(
    " ",
  );

const serviceFont =
  'var(--service-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", arial, sans-serif)';

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(output))
    .sort();
}

/** Words of our sources and of the modules of the library that they import; React's `tabIndex` is `tabindex` in a page. */
function usedWords(): Set<string> {
  const sources = filesUnder(path.join(root, "app"), /\.tsx?$/).map((file) => readFileSync(file, "utf8"));
  const modules = new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/from "@codegouvfr\/react-dsfr\/([\w/]+)"/g)].map((match) => match[1] ?? ""),
    ),
  );
  const library = [...modules].map((name) => readFileSync(path.join(source, "..", `${name}.js`), "utf8"));
  const words = [...sources, ...library].flatMap(wordsOf);
  return new Set([...words, ...words.map((word) => word.toLowerCase())]);
}

const wordsOf = (text: string): string[] => text.match(/[A-Za-z0-9_-]+/g) ?? [];

/**
 * Classes that the library's scripts give to the components that we use. They name most of them, without "fr-"; a dialog, a
 * menu and an accordion become "opened" or "expanded" by a class put together while running: their name, "--", the state.
 */
function stateClasses(words: Set<string>): string[] {
  const script = readFileSync(path.join(source, "dsfr.module.js"), "utf8");
  const named = wordsOf(script)
    .map((word) => `fr-${word}`)
    .filter((name) => /--|__/.test(name) && words.has(name.replace(/(?:--|__).*$/, "")));
  const states = [...script.matchAll(/\bid: '([a-z]+)',/g)].map((match) => match[1] ?? "");
  if (!states.includes("opened")) throw new Error("The states of the design system's dialogs were not found");
  const components = [...words].filter((word) => /^fr-[a-z_-]*[a-z]$/.test(word));
  return [...named, ...components.flatMap((name) => states.map((state) => `${name}--${state}`))];
}

/** Names of our sources with each ending that one of them is given while running: `${className}--error`. */
function endedNames(words: Set<string>): string[] {
  const endings = [...words].filter((word) => /^--[a-z]+$/.test(word));
  const names = [...words].filter((word) => /^fr-.*[a-z0-9]$/.test(word));
  return names.flatMap((name) => endings.map((ending) => name + ending));
}

/** The rules that something uses. Of a name put together while running ("fr-badge--" and a severity), every ending stays. */
async function usedRules(css: string, words: Set<string>, brand: string): Promise<string> {
  const beginnings = [...words].filter((word) => /^fr-.*-$/.test(word));
  const ours = filesUnder(path.join(root, "app"), /\.css$/).map((file) => readFileSync(file, "utf8"));
  const variables = [...ours, brand]
    .flatMap((text) => text.match(/var\(--[a-z0-9-]+/g) ?? [])
    .map((name) => `${name})`);
  // A last rule that uses what the other styles use: without it their variables would go.
  const mark = `html { used-by-the-service: ${[...new Set(variables)].join(" ")} }`;
  const [kept] = await new PurgeCSS().purge({
    content: [
      { raw: [...words, ...endedNames(words), ...stateClasses(words)].join(" "), extension: "words" },
    ],
    css: [{ raw: `${css}\n${mark}` }],
    variables: true,
    defaultExtractor: wordsOf,
    // Set while running, on components that their classes select already.
    dynamicAttributes: [...new Set(css.match(/(?<=\[)data-fr-[a-z-]+/g))],
    safelist: beginnings.map((beginning) => new RegExp(`^${beginning}`)),
  });
  if (!kept?.css.endsWith(mark)) throw new Error("The rules of the design system were not read to the end");
  return kept.css.slice(0, -mark.length);
}

function readCss(file: string): string {
  return readFileSync(path.join(source, file), "utf8").replace(/@charset[^;]+;/g, "");
}

/** Makes what the rules of a folder point to relative to the output folder. */
function withAddresses(css: string, folder: string): string {
  return css.replace(
    /url\("(\.[^"]+)"\)/g,
    (_all, address: string) => `url("./${path.posix.join(folder, address)}")`,
  );
}

/** Copies what the rules point to beside them. */
function copyAssets(css: string): void {
  for (const [, file = ""] of css.matchAll(/url\("\.\/([^"]+)"\)/g)) {
    const target = path.join(output, file);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(source, file), target);
  }
}

function iconRules(words: Set<string>): string {
  const css = readCss("utility/icons/icons.main.css");
  const rules = [...css.matchAll(/\.(fr-icon-[a-z0-9-]+)::before,\s*\.\1::after \{[^}]*\}/g)];
  const known = new Set(rules.map((rule) => rule[1]));
  const unknown = [...words].filter((name) => /^fr-icon-.*[a-z0-9]$/.test(name) && !known.has(name));
  if (unknown.length > 0) throw new Error(`No such icon in the design system: ${unknown.join(", ")}`);
  const wanted = rules.filter((rule) => words.has(rule[1] ?? "")).map((rule) => rule[0]);
  return withAddresses(wanted.join("\n"), "utility/icons");
}

/** What is dark, palette and pictures, also without JavaScript: then nothing sets data-fr-theme and the system decides. */
function darkWithoutScript(css: string): string {
  const dark = css.match(/:root\[data-fr-theme=dark\][^{}]*\{[^}]*\}/g) ?? [];
  if (dark.length === 0) throw new Error("The dark rules were not found in the design system");
  const rules = dark.map((rule) =>
    rule.replaceAll(":root[data-fr-theme=dark]", ":root:not([data-fr-theme])"),
  );
  return `@media (prefers-color-scheme: dark) { :root:not([data-fr-theme]) { color-scheme: dark; } ${rules.join("\n")} }`;
}

export async function prepareDsfr(): Promise<void> {
  const words = usedWords();
  const core = readCss("core/core.main.css");
  const fontFaces = core.match(/@font-face \{[^}]*\}/g) ?? [];
  const whole = [
    withAddresses(core.replace(/@font-face \{[^}]*\}/g, ""), "core"),
    iconRules(words),
    ...componentOrder.map((name) =>
      withAddresses(readCss(`component/${name}/${name}.main.css`), `component/${name}`),
    ),
    readCss("scheme/scheme.css"),
  ];
  const marianne = fontFaces
    .filter((face) => face.includes("Marianne"))
    .map((face) => face.replace(/,\s*url\("[^"]+\.woff"\) format\("woff"\)/, ""));
  const brand = [
    withAddresses(marianne.join("\n"), "core"),
    readCss("component/logo/logo.main.css"),
    ':root { --service-font: "Marianne", arial, sans-serif; }',
  ].join("\n");

  const used = await usedRules(whole.join("\n"), words, brand);
  const css = `${used}\n${darkWithoutScript(used)}`.replace(
    /font-family: "?Marianne"?, arial, sans-serif/g,
    `font-family: ${serviceFont}`,
  );

  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  for (const [name, rules] of Object.entries({ "dsfr.css": css, "state-brand.css": brand })) {
    copyAssets(rules);
    writeFileSync(path.join(output, name), rules);
  }
}

if (process.argv[1] === import.meta.filename) await prepareDsfr();
