import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { generate } from "otplib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { totpGuardrails } from "#app/domain/accounts/second-factor/check-totp.ts";
import { runSchoolImport } from "#app/domain/schools/imports/run-school-import.server.ts";
import { systemClock } from "#app/kernel/clock.ts";
import { openDatabase } from "#db/client.ts";
import { directoryCsv, uai } from "#tests/fixtures/directory.ts";
import { buildPages } from "#tests/support/built-pages.ts";
import { createEmptyDatabase } from "#tests/support/database.ts";
import { PRODUCTION } from "#tests/support/production-settings.ts";
import { sendRaw, type RawAnswer } from "#tests/support/raw-request.ts";
import { spawnService, type SpawnedService } from "#tests/support/spawned-service.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "first-hour-"));
let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let web: SpawnedService | undefined;
let settings: Record<string, string> & { NODE_ENV: "production" } = { NODE_ENV: "production" };

beforeAll(async () => {
  await buildPages();
  database = await createEmptyDatabase();
  settings = Object.assign({ NODE_ENV: "production" as const, PATH: process.env.PATH ?? "" }, PRODUCTION, {
    DATABASE_URL: database.url,
  });
}, 300_000);
afterAll(async () => {
  await web?.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** A command of the operator's, as `npm run` starts it. */
async function command(script: string, ...given: string[]): Promise<string> {
  const asked = ["--import", "tsx", `scripts/${script}.ts`, ...given];
  return (await promisify(execFile)(process.execPath, asked, { env: settings })).stdout;
}

/** The operator's browser: it keeps cookies and fills the forms that it is shown. */
const cookies = new Map<string, string>();
async function ask(address: string, sent: Partial<{ body: string; type: string }> = {}): Promise<RawAnswer> {
  const { body, type = "application/x-www-form-urlencoded" } = sent;
  const headers = {
    Cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
    Accept: "text/html",
    ...(body === undefined ? {} : { "Content-Type": type }),
  };
  const method = body === undefined ? "GET" : "POST";
  const answer = await sendRaw(web?.port ?? 0, {
    path: address,
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  for (const cookie of [answer.headers["set-cookie"] ?? []].flat()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  return answer;
}
const fill = (address: string, fields: Record<string, string>) =>
  ask(address, { body: new URLSearchParams(fields).toString() });

/** What the fields of a page hold. */
function fieldsOf({ body }: RawAnswer): Record<string, string> {
  const main = body.slice(body.indexOf("<main"), body.indexOf("</main>"));
  const fields: Record<string, string> = {};
  for (const [tag] of main.matchAll(/<input\b[^>]*>/g)) {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const name = read("name");
    if (name && (read("type") !== "radio" || tag.includes("checked")))
      fields[name] = (read("value") ?? "").replaceAll("&quot;", '"').replaceAll("&#x27;", "'");
  }
  return fields;
}

async function missing(): Promise<unknown> {
  return (JSON.parse((await ask("/readyz")).body) as { missing: unknown }).missing;
}

// One hour, in its order.
describe(
  "an operator's first hour, from an empty database in production",
  { shuffle: false, timeout: 60_000 },
  () => {
    let link = "";

    it("makes the schema, the reference data and the text of agreements", async () => {
      await command("db-migrate");
      await command("db-seed");
      const text = readFileSync("db/seed/reference/agreement-text-demonstration.md", "utf8");
      const file = path.join(folder, "convention.md");
      writeFileSync(
        file,
        text
          .replace(/^<!--.*-->$/m, "")
          .replace(/^> .*$/m, "")
          .trimStart(),
      );
      expect(await command("import-agreement-text", file)).toContain("officiel");
    });

    it("invites the first administrator, and starts the service, which still lacks a campaign", async () => {
      const starting = spawnService("scripts/web.ts", { ready: "web server started", env: settings });
      const told = await command("admin-invite", "operatrice@example.org");
      link = /https:\/\/stages\.example\.fr(\/lien\/\S+)/.exec(told)?.[1] ?? "";
      expect(link).not.toBe("");
      web = await starting;
      expect(await missing()).toEqual(["campaign"]);
    });

    it("opens the link, chooses a password and sets up a second factor", async () => {
      expect((await ask(link)).status).toBe(200);
      expect((await fill(link, { intent: "continue" })).status).toBe(303);
      const password = "trois chevaux peignent la gare";
      const person = { firstName: "Dominique", lastName: "Exemple", password };
      const saved = await fill(link, Object.assign(person, { intent: "save" }));
      expect(saved.status).toBe(303);
      const half = String(saved.headers.location);
      expect((await ask("/admin")).status).toBe(302);
      const enrolmentPath = half.includes("installation") ? half : String((await ask(half)).headers.location);
      const page = await ask(enrolmentPath);
      const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1] ?? "").replaceAll(" ", "");
      const epoch = Math.floor(systemClock.now().getTime() / 1000);
      const code = await generate({ secret, epoch, guardrails: totpGuardrails });
      const enrolled = await fill(enrolmentPath, Object.assign(fieldsOf(page), { code }));
      expect(enrolled.status).toBe(303);
      expect((await ask(enrolmentPath)).body).toContain("Vos codes de secours");
      expect((await ask("/admin")).status).toBe(200);
    });

    it("creates the campaign that the page proposes, open to all from today, and the running service is ready", async () => {
      const proposed = fieldsOf(await ask("/admin/campagne"));
      expect(proposed.schoolYear).toMatch(/^\d{4}-\d{4}$/);
      const created = await fill(
        "/admin/campagne",
        Object.assign(proposed, { pupilsOpenOn: proposed.hostsOpenOn }),
      );
      expect(created.status).toBe(303);
      expect((await ask("/readyz")).status).toBe(200);
      expect(await missing()).toEqual([]);
    });

    it("imports the schools of the directory, and finds them", async () => {
      const rows = Array.from({ length: 12 }, (_, number) => ({
        Identifiant_de_l_etablissement: uai(number),
        Nom_etablissement: `Lycée Exemple ${number}`,
      }));
      const boundary = "----first-hour";
      const part = `--${boundary}\r\nContent-Disposition: form-data; name="directory"; filename="annuaire.csv"\r\n\r\n`;
      const body = `${part}${directoryCsv(rows).toString("utf8")}\r\n--${boundary}--\r\n`;
      const sent = await ask("/admin/etablissements/import", {
        body,
        type: `multipart/form-data; boundary=${boundary}`,
      });
      expect(sent.status).toBe(303);
      const followed = String(sent.headers.location);
      expect((await ask(followed)).body).toContain("En attente");
      // What the worker does with the job that it finds.
      const { db, close } = openDatabase(database.url, { max: 4 });
      const importId = /import\/([\w-]+)/.exec(followed)?.[1] ?? "";
      await runSchoolImport({ db, clock: systemClock }, { importId });
      await close();
      expect((await ask(followed)).body).toContain("12 établissements créés");
      expect((await ask("/admin/etablissements?q=exemple+7")).body).toContain(uai(7));
      expect((await ask("/")).body).toContain("juin");
    });
  },
);
