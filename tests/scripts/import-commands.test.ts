import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { directoryCsv, uai } from "#tests/fixtures/directory.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "imports-"));
const root = path.resolve(import.meta.dirname, "../..");

interface Outcome {
  code: number;
  output: string;
  errors: string;
}

function run(script: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const command = ["--import", "tsx", path.join("scripts", `${script}.ts`), ...args];
  const settings = {
    cwd: root,
    env: { ...process.env, SERVICE_MODE: "test", DATABASE_URL: database.url, ...env },
  };
  return new Promise((resolve) => {
    execFile(process.execPath, command, settings, (error, output, errors) => {
      resolve({ code: error ? Number(error.code) : 0, output, errors });
    });
  });
}

function file(name: string, content: string | Buffer): string {
  const full = path.join(folder, name);
  writeFileSync(full, content);
  return full;
}

describe("import commands", () => {
  it("import the directory with its enrolments on an empty database, and tell the figures", async () => {
    const directory = file("annuaire.csv", directoryCsv([{ Identifiant_de_l_etablissement: uai(1) }]));
    const enrolment = file("effectifs.csv", `uai;secondes_gt;source\n${uai(1)};98;constat\n`);
    const { code, output, errors } = await run("import-schools", [directory, "--enrolment", enrolment]);
    expect(code).toBe(0);
    expect(output).toContain("Établissements créés : 1");
    expect(output).toContain("1 mises à jour");
    expect(errors).toContain("Annuaire : 100 %");
  });

  it("answer in one sentence, with the exit code 1, to a file that is not there or not the right one", async () => {
    const absent = await run("import-schools", [path.join(folder, "absent.csv")]);
    expect(absent).toMatchObject({ code: 1, output: "" });
    expect(absent.errors).toMatch(/absent\.csv n'existe pas/);
    const wrong = await run("import-places", [file("autre.csv", "a;b\n1;2\n")]);
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toContain("Colonnes manquantes : code_insee, longitude, latitude");
  });

  it("tell how they are used to who asks for help, and do nothing else", async () => {
    for (const script of ["import-places", "import-agreement-text"]) {
      const { code, output, errors } = await run(script, ["--help"]);
      expect([code, errors]).toEqual([0, ""]);
      expect(output).toMatch(/^Usage : npm run import:/);
    }
  });

  it("refuse demonstration offers in production", async () => {
    const offers = file("offres.csv", "id;secteur;public;type_employeur_public;ville;code_postal;filiere\n");
    const { code, errors } = await run("import-offers", [offers], { SERVICE_MODE: "production" });
    expect(code).toBe(1);
    expect(errors).toContain("en production");
  });

  it("say that a campaign is needed before offers", async () => {
    const offers = file("offres.csv", "id;secteur;public;type_employeur_public;ville;code_postal;filiere\n");
    const { code, errors } = await run("import-offers", [offers]);
    expect(code).toBe(1);
    expect(errors).toContain("Aucune campagne");
  });
});
