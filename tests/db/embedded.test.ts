import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findHome } from "#db/embedded/home.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";

/** Stands for a clone: the server's home is derived from this folder. */
let clone: string;
const embeddedModule = path.resolve("db/embedded.ts");

const start = () => startEmbeddedPostgres({ name: "probe", durable: false, projectDir: clone });

async function query(url: string): Promise<string> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql<{ note: string }[]>`select note from kept`;
    return row?.note ?? "";
  } finally {
    await sql.end();
  }
}

async function write(url: string, note: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql`create table if not exists kept (note text)`;
  await sql`delete from kept`;
  await sql`insert into kept values (${note})`;
  await sql`checkpoint`;
  await sql.end();
}

async function pidOfServer(url: string): Promise<number> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql<{ file: string }[]>`select current_setting('data_directory') as file`;
  await sql.end();
  return Number(fs.readFileSync(path.join(row?.file ?? "", "postmaster.pid"), "utf8").split("\n")[0]);
}

describe("the embedded PostgreSQL", () => {
  beforeAll(() => {
    // mkdtemp makes a folder of mode 700, as `mktemp -d` does.
    clone = fs.mkdtempSync(path.join(os.tmpdir(), "stage-clone-"));
  });
  afterAll(async () => {
    await (await start()).stop();
    fs.rmSync(findHome(clone), { recursive: true, force: true });
    fs.rmSync(clone, { recursive: true, force: true });
  });

  it("keeps its data from one start to the next, in a folder closed to others", async () => {
    const first = await start();
    await write(first.url("postgres"), "première fois");
    await first.stop();

    const second = await start();
    expect(await query(second.url("postgres"))).toBe("première fois");
    await second.stop();
  });

  it("starts again after its server was killed", async () => {
    const before = await start();
    await write(before.url("postgres"), "avant la coupure");
    process.kill(await pidOfServer(before.url("postgres")), "SIGKILL");

    const after = await start();
    expect(await query(after.url("postgres"))).toBe("avant la coupure");
    await after.stop();
  });

  it("is started again at its address when it dies under those who use it", async () => {
    const server = await start();
    let restarts = 0;
    server.keepRunning(() => (restarts += 1));
    await write(server.url("postgres"), "avant la coupure");
    process.kill(await pidOfServer(server.url("postgres")), "SIGKILL");
    await expect.poll(() => restarts, { timeout: 15_000 }).toBe(1);
    expect(await query(server.url("postgres"))).toBe("avant la coupure");
    await server.stop();
    await expect(query(server.url("postgres"))).rejects.toThrow(/ECONNREFUSED/);
  });

  it("is used again when the process that started it was killed", async () => {
    const script = `
      import { startEmbeddedPostgres } from ${JSON.stringify(embeddedModule)};
      const server = await startEmbeddedPostgres({ name: "probe", durable: false, projectDir: ${JSON.stringify(clone)} });
      console.log(server.url("postgres"));
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const url = String(line).trim();
    child.kill("SIGKILL");
    await once(child, "exit");

    const adopted = await start();
    expect(adopted.url("postgres")).toBe(url);
    await adopted.stop();
  });

  it("is shared by those who start it together, until the last one stops it", async () => {
    const script = `
      import { startEmbeddedPostgres } from ${JSON.stringify(embeddedModule)};
      const server = await startEmbeddedPostgres({ name: "probe", durable: false, projectDir: ${JSON.stringify(clone)} });
      process.stdout.write(server.url("postgres"));
      await server.stop();`;
    const mine = await start();
    await write(mine.url("postgres"), "à deux");
    const theirs = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    expect(theirs).toBe(mine.url("postgres"));
    expect(await query(mine.url("postgres"))).toBe("à deux");
    await mine.stop();
    await expect(query(theirs)).rejects.toThrow(/ECONNREFUSED/);
  });

  it("creates a database once", async () => {
    const server = await start();
    await server.ensureDatabase("demonstration");
    await server.ensureDatabase("demonstration");
    await write(server.url("demonstration"), "présente");
    expect(await query(server.url("demonstration"))).toBe("présente");
    await server.stop();
  });
});
