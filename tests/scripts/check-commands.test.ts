import { execFile } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { sealAudit } from "#app/domain/audit/seal-audit.server.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const root = path.resolve(import.meta.dirname, "../..");

function run(script: string, args: string[] = [], url = database.url) {
  return new Promise<{ code: number; output: string; errors: string }>((resolve) => {
    const command = ["--import", "tsx", path.join("scripts", `${script}.ts`), ...args];
    const env = { ...process.env, SERVICE_MODE: "test", DATABASE_URL: url };
    execFile(process.execPath, command, { cwd: root, env }, (error, output, errors) =>
      resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });
}

describe.each(["check-invariants", "check-projection"])("%s", (script) => {
  it("tells each rule that holds", async () => {
    const { code, output } = await run(script);
    expect(code).toBe(0);
    expect(output).toMatch(/^✓ \w+ : /m);
  });

  it("answers in a sentence to a database that does not answer, and to an option", async () => {
    const absent = await run(script, [], "postgres://nobody@127.0.0.1:9/nothing");
    expect(absent.code).toBe(1);
    expect(absent.errors).toMatch(/^✗ La base de données ne répond pas/);
    expect(absent.errors).not.toMatch(/^\s+at /m);
    expect(await run(script, ["--zzz"])).toMatchObject({ code: 1, output: "" });
    expect(await run(script, ["--help"])).toMatchObject({ code: 0, errors: "" });
  });
});

describe("check-audit", () => {
  it("tells that the chain holds, and shows that one noted elsewhere is not this one", async () => {
    const { db } = database;
    const clock = { now: () => new Date("2027-03-01T09:00:00Z") };
    await appendAudit(db, {}, { action: "directory.imported", as: "operator" }, clock.now());
    const seal = await sealAudit({ db, clock });
    const holds = await run("check-audit", ["--seal", seal?.hash ?? ""]);
    expect(holds).toMatchObject({ code: 0, errors: "" });
    expect(holds.output).toContain(`1 ${seal?.hash ?? ""}`);
    const other = await run("check-audit", ["--seal", "a".repeat(64)]);
    expect(other.code).toBe(1);
    expect(other.output).toMatch(/^✗ La chaîne se rompt au sceau 2 : /);
    expect(await run("check-audit", ["--seal", "x"])).toMatchObject({ code: 1, output: "" });
  });
});
