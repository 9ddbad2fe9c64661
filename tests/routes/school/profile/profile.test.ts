import { beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action as sendImage, loader as imagePage } from "#app/routes/school/profile/image.tsx";
import { loader as imageFile } from "#app/routes/school/profile/image-file.ts";
import { loader as preview } from "#app/routes/school/profile/preview.ts";
import { action as save, loader } from "#app/routes/school/profile/profile.tsx";
import { pngOf } from "#tests/domain/schools/profile/png.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let world: Awaited<ReturnType<Factories["world"]>>;
let cookie: string;
let elsewhere: { uai: string };

beforeAll(async () => {
  const make = factories(database.db, clock);
  world = await make.world();
  elsewhere = await make.school();
  app = testApp(database, clock);
  cookie = await cookieOf(app, world.head.id);
});

const PAGE = "/etablissement/fiche";
const args = (path: string, form?: Record<string, string>) =>
  routeArgs(app, { path, cookie, params: { kind: "cachet" }, ...(form ? { form } : {}) });

/** A form with a file, as browsers send it. */
function upload(bytes: Uint8Array, path = `${PAGE}/images/cachet`) {
  const body = new FormData();
  body.set("image", new File([new Uint8Array(bytes)], "tampon.png", { type: "image/png" }));
  const sent = args(path);
  const headers = { Cookie: cookie, Accept: "text/html" };
  return { ...sent, request: new Request(`http://localhost:3000${path}`, { method: "POST", headers, body }) };
}

describe("the page of a school's profile", () => {
  it("keeps what was typed, names the field and the remedy, and saves what is right", async () => {
    const wrong = { phone: "appelez-moi", instructions: "Appelez avant 9 h." };
    expect(await statusOf(() => save(args(PAGE, wrong)))).toMatchObject({
      status: 422,
      value: { data: { values: wrong, errors: { phone: [expect.stringContaining("02 99 00 12 34")] } } },
    });
    const future = { deliberatedOn: "2/3/2027" };
    expect(await statusOf(() => save(args(PAGE, future)))).toMatchObject({
      status: 422,
      value: { data: { values: future, errors: { deliberatedOn: [expect.stringContaining("à venir")] } } },
    });
    const right = { phone: "02 99 00 12 34", deliberatedOn: "12/10/2026" };
    expect(await statusOf(() => save(args(PAGE, right)))).toMatchObject({
      status: 303,
      location: `${PAGE}?etablissement=${world.school.uai}&fait=enregistree`,
    });
    expect(await loader(args(PAGE))).toMatchObject({
      profile: { lines: { phone: "02 99 00 12 34" }, deliberatedOn: "2026-10-12" },
    });
  });

  it("tells nothing of a school that is guessed", async () => {
    const path = `?etablissement=${elsewhere.uai}`;
    const pages = [
      () => loader(args(`${PAGE}${path}`)),
      () => save(args(`${PAGE}${path}`, { phone: "02 99 00 12 34" })),
      () => imagePage(args(`${PAGE}/images/cachet${path}`)),
      () => sendImage(upload(pngOf(), `${PAGE}/images/cachet${path}`)),
      () => imageFile(args(`${PAGE}/images/cachet/fichier${path}`)),
      () => preview(args(`${PAGE}/apercu.pdf${path}`)),
    ];
    for (const page of pages) expect((await statusOf(page)).status).toBe(404);
  });
});

describe("the pictures of a school", () => {
  it("are taken from a form with a file, shown, printed on an example, and taken away", async () => {
    expect((await statusOf(() => sendImage(upload(pngOf())))).status).toBe(303);
    const file = await imageFile(args(`${PAGE}/images/cachet/fichier`));
    expect(file.headers.get("Content-Type")).toBe("image/png");
    const printed = await preview(args(`${PAGE}/apercu.pdf`));
    expect(Buffer.from(await printed.arrayBuffer()).toString("latin1", 0, 5)).toBe("%PDF-");
    await statusOf(() => sendImage(args(`${PAGE}/images/cachet`, { intent: "remove" })));
    expect((await statusOf(() => imageFile(args(`${PAGE}/images/cachet/fichier`)))).status).toBe(404);
  });

  it.each([
    ["a text under the name of a picture", Buffer.from("<svg/>"), "PNG"],
    ["nothing", Buffer.alloc(0), "Choisissez un fichier"],
    ["a file that is too heavy", Buffer.alloc(900_000), "300 Ko"],
  ])("are refused on the field when it is %s", async (_, bytes, told) => {
    expect(await statusOf(() => sendImage(upload(bytes)))).toMatchObject({
      status: 422,
      value: { data: { errors: { image: [expect.stringContaining(told)] } } },
    });
  });
});
