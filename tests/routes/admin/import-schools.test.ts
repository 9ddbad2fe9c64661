import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runSchoolImport } from "#app/domain/schools/imports/run-school-import.server.ts";
import { FILE_LIMITS } from "#app/domain/schools/imports/school-import.ts";
import { loader as list } from "#app/routes/admin/schools.tsx";
import { seedReference } from "#db/seed/reference.ts";
import { directoryCsv, uai } from "#tests/fixtures/directory.ts";
import { cookieOf, routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let make: ReturnType<typeof factories>;
let service: Awaited<ReturnType<typeof startService>>;
let cookie = "";
let pupilCookie = "";

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  await seedReference(database.db);
  const admin = await make.person();
  await make.affiliate(admin.id, "admin");
  cookie = await cookieOf(app, admin.id);
  const school = await make.school({ name: "Lycée Élisabeth-Inventée", town: "Saint-Exemple" });
  const pupil = await make.person();
  await make.affiliate(pupil.id, "pupil", { schoolUai: school.uai });
  pupilCookie = await cookieOf(app, pupil.id);
  await make.staff("schoolHead", school.uai);
  service = await startService(app);
});
afterAll(() => service.close());

const PAGE = "/admin/etablissements/import";

/** A form as a browser sends it. */
async function upload(files: Record<string, Buffer>, as = cookie) {
  const form = new FormData();
  for (const [name, bytes] of Object.entries(files))
    form.set(name, new Blob([new Uint8Array(bytes)]), `${name}.csv`);
  const request = new Request("http://localhost", { method: "POST", body: form });
  const body = Buffer.from(await request.arrayBuffer()).toString("latin1");
  return post(body, { type: request.headers.get("Content-Type") ?? "", as });
}
const post = (body: string, { type, as = cookie }: { type: string; as?: string }) =>
  sendRaw(service.port, {
    path: PAGE,
    method: "POST",
    body: Buffer.from(body, "latin1"),
    headers: { "Content-Type": type, Cookie: as },
  });
const get = async (path: string) => (await sendRaw(service.port, { path, headers: { Cookie: cookie } })).body;
const read = (query = "") => list(routeArgs(app, { path: `/admin/etablissements${query}`, cookie }));

// One import, from its files to the schools.
describe("the directory sent from a page", { shuffle: false }, () => {
  const rows = Array.from({ length: 60 }, (_, number) => ({
    Identifiant_de_l_etablissement: uai(number),
    Nom_etablissement: `Lycée Exemple ${number}`,
  }));
  let address = "";

  it("leads to a page that follows the import, read again by itself with and without scripts", async () => {
    const answer = await upload({ directory: directoryCsv(rows) });
    expect(answer.status).toBe(303);
    address = String(answer.headers.location);
    const page = await get(address);
    expect(page).toContain("En attente");
    expect(page).toMatch(/<noscript><meta http-equiv="refresh" content="3"\/><\/noscript>/i);
    expect(await get(address.replace("fait=envoye", "actualiser=non"))).not.toContain('http-equiv="refresh"');
  });

  it("is refused while another import is under way", async () => {
    const answer = await upload({ directory: directoryCsv(rows) });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain("Un import est déjà en cours");
  });

  it("shows its report once the worker has done it", async () => {
    const importId = /import\/([\w-]+)/.exec(address)?.[1] ?? "";
    await runSchoolImport({ db: database.db, clock }, { importId });
    const page = await get(address);
    expect(page).toContain("60 établissements créés");
    expect(page).not.toContain('http-equiv="refresh"');
  });

  it("gives the list of schools, by pages, with who has an account", async () => {
    const first = await read();
    expect(first).toMatchObject({ total: 61, hasNext: true, schools: { length: 50 } });
    expect(await read("?page=2")).toMatchObject({ hasNext: false, schools: { length: 11 } });
    expect((await read("?q=elisabeth%20saint%20exemple")).schools).toMatchObject([
      { name: "Lycée Élisabeth-Inventée", hasHead: true, hasOffice: false },
    ]);
    expect(await read(`?q=${uai(7).toLowerCase()}`)).toMatchObject({ total: 1 });
    expect(await read("?q=%25%00_")).toMatchObject({ total: 61 });
    expect(await read("?q=introuvable")).toMatchObject({ total: 0, schools: [] });
  });
});

describe("what is sent in place of the directory", () => {
  it.each<[string, number, string, () => ReturnType<typeof post>]>([
    ["no file", 422, "Choisissez le fichier de l’annuaire", () => upload({})],
    ["an empty file", 422, "il manque, ou il est vide", () => upload({ directory: Buffer.alloc(0) })],
    [
      "enrolments of two megabytes",
      422,
      "1 Mo au plus",
      () => upload({ directory: directoryCsv([{}]), enrolment: Buffer.alloc(2_000_000, "a") }),
    ],
    [
      "a form of fields",
      422,
      "Choisissez le fichier",
      () => post("a=b", { type: "application/x-www-form-urlencoded" }),
    ],
    [
      "a form without its end",
      400,
      "",
      () =>
        post('--x\r\nContent-Disposition: form-data; name="directory"; filename="a"\r\n\r\nabc', {
          type: "multipart/form-data; boundary=x",
        }),
    ],
    [
      "a film",
      413,
      "trop lourd",
      () => post("a".repeat(FILE_LIMITS.directory + 1_500_000), { type: "multipart/form-data; boundary=x" }),
    ],
    ["anything, by a pupil", 403, "", () => upload({ directory: directoryCsv([{}]) }, pupilCookie)],
  ])("is refused: %s", async (_, status, told, sends) => {
    const answer = await sends();
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(told);
  });
});
