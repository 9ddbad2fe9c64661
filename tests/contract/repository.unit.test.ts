import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const read = (file: string) => fs.readFileSync(file, "utf8");

it("is under the licence that its package.json tells", () => {
  expect(read("LICENSE")).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} /);
  expect(JSON.parse(read("package.json"))).toMatchObject({ license: "MIT" });
});

it.each(["GeoNames", "Natural Earth", "DejaVu", "Licence Ouverte", "DSFR", "Leaflet", "monstagedeseconde"])(
  "names %s among what comes from others",
  (name) => {
    expect(read("NOTICE.md")).toContain(name);
  },
);

it("serves nothing that only its page of presentation shows", () => {
  const served = fs.readdirSync("public", { recursive: true, encoding: "utf8" });
  expect(served.filter((file) => file.includes("screenshot"))).toEqual([]);
});

/** Files and commands that a guide names in code marks. */
function named(guide: string): { files: string[]; commands: string[] } {
  const marked = [...read(guide).matchAll(/`([^`\n]+)`/g)].map(([, text = ""]) => text);
  return {
    files: marked.filter((text) => /^(app|db|public|scripts|tests)\/[\w./-]+$/.test(text)),
    commands: marked.flatMap((text) => /^npm run ([\w:-]+)/.exec(text)?.[1] ?? []),
  };
}

it.each(["README.md", "CONTRIBUTING.md", "SECURITY.md", "NOTICE.md"])("%s names what exists", (guide) => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const { files, commands } = named(guide);
  expect(files.filter((file) => !fs.existsSync(file))).toEqual([]);
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
});

it("has every stylesheet that another one imports", () => {
  const styles = fs
    .readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".css"));
  const missing = styles.flatMap((file) => {
    const folder = path.dirname(path.join("app", file));
    const imported = [...read(path.join("app", file)).matchAll(/^@import "([^"]+)"/gm)].map(
      ([, name = ""]) => name,
    );
    return imported.filter(
      (name) => !fs.existsSync(path.join(folder, name)) && !name.includes("/generated/"),
    );
  });
  expect(missing).toEqual([]);
});
