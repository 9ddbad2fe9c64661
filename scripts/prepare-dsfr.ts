import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Assembles the stylesheet of the design system from what the code really uses: whole components, in their
 * original order, and single icons. The full bundle weighs more than twice as much.
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

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Classes named in our sources and in the modules of the library that they import. */
function usedClasses(): Set<string> {
  const classes = new Set<string>();
  const sources = sourceFiles(path.join(root, "app")).map((file) => readFileSync(file, "utf8"));
  const modules = new Set(
    sources.flatMap((text) => {
      const names = [...text.matchAll(/from "@codegouvfr\/react-dsfr\/([\w/]+)"/g)].map(
        (match) => match[1] ?? "",
      );
      return names;
    }),
  );
  const library = [...modules].map((name) => readFileSync(path.join(source, "..", `${name}.js`), "utf8"));
  for (const text of [...sources, ...library]) {
    for (const match of text.matchAll(/\bfr-[a-z0-9]+(?:(?:--?|__)[a-z0-9]+)*/g)) {
      classes.add(match[0]);
    }
  }
  return classes;
}

/** Components whose classes do not bear their name. */
const blocks: Record<string, string[]> = {
  button: ["fr-btn", "fr-btns-group"],
  form: ["fr-fieldset", "fr-form-group", "fr-hint-text", "fr-label", "fr-message"],
  link: ["fr-link", "fr-links-group"],
  navigation: ["fr-nav", "fr-menu", "fr-mega-menu"],
  search: ["fr-search-bar"],
  skiplink: ["fr-skiplinks"],
  tab: ["fr-tabs"],
};

function isUsed(component: string, classes: Set<string>): boolean {
  const names = blocks[component] ?? [`fr-${component}`];
  return [...classes].some((used) => names.some((name) => new RegExp(`^${name}(?![a-z0-9])`).test(used)));
}

function readCss(file: string): string {
  return readFileSync(path.join(source, file), "utf8").replace(/@charset[^;]+;/g, "");
}

/** Copies what the rules point to and makes their addresses relative to the output folder. */
function withAssets(css: string, folder: string): string {
  return css.replace(/url\("(\.[^"]+)"\)/g, (_all, address: string) => {
    const file = path.posix.join(folder, address);
    const target = path.join(output, file);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(source, file), target);
    return `url("./${file}")`;
  });
}

function iconRules(names: Set<string>): string {
  const css = readCss("utility/icons/icons.main.css");
  const rules = [...css.matchAll(/\.(fr-icon-[a-z0-9-]+)::before,\s*\.\1::after \{[^}]*\}/g)];
  const known = new Set(rules.map((rule) => rule[1]));
  const unknown = [...names].filter((name) => name.startsWith("fr-icon-") && !known.has(name));
  if (unknown.length > 0) throw new Error(`No such icon in the design system: ${unknown.join(", ")}`);
  const wanted = rules.filter((rule) => names.has(rule[1] ?? "")).map((rule) => rule[0]);
  return withAssets(wanted.join("\n"), "utility/icons");
}

/** The dark palette also without JavaScript: then nothing sets data-fr-theme and the system decides. */
function darkWithoutScript(scheme: string): string {
  const palette = /:root\[data-fr-theme=dark\] \{([^}]*)\}/.exec(scheme)?.[1];
  if (!palette) throw new Error("The dark palette was not found in the design system");
  return `@media (prefers-color-scheme: dark) { :root:not([data-fr-theme]) { color-scheme: dark; ${palette} } }`;
}

export function prepareDsfr(): void {
  const classes = usedClasses();
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });

  const core = readCss("core/core.main.css");
  const fontFaces = core.match(/@font-face \{[^}]*\}/g) ?? [];
  const components = componentOrder
    .filter((name) => isUsed(name, classes))
    .map((name) => withAssets(readCss(`component/${name}/${name}.main.css`), `component/${name}`));
  const scheme = readCss("scheme/scheme.css");
  const parts = [
    withAssets(core.replace(/@font-face \{[^}]*\}/g, ""), "core"),
    iconRules(classes),
    ...components,
    scheme,
    darkWithoutScript(scheme),
  ];
  const css = parts
    .join("\n")
    .replace(/font-family: "?Marianne"?, arial, sans-serif/g, `font-family: ${serviceFont}`);
  writeFileSync(path.join(output, "dsfr.css"), css);

  const marianne = fontFaces
    .filter((face) => face.includes("Marianne"))
    .map((face) => face.replace(/,\s*url\("[^"]+\.woff"\) format\("woff"\)/, ""));
  const brand = [
    withAssets(marianne.join("\n"), "core"),
    readCss("component/logo/logo.main.css"),
    ':root { --service-font: "Marianne", arial, sans-serif; }',
  ];
  writeFileSync(path.join(output, "state-brand.css"), brand.join("\n"));
}
