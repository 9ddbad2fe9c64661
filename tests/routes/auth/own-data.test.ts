import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { keepFavourite } from "#app/domain/applications/favourites/keep-favourite.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { action } from "#app/routes/auth/own-data.tsx";
import { loader as archive } from "#app/routes/auth/own-data-archive.ts";
import { loader } from "#app/routes/auth/own-data.tsx";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { writeMessage } from "#tests/support/messages.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let world: Awaited<ReturnType<ReturnType<typeof factories>["world"]>>;
beforeAll(async () => {
  app = testApp(database, clock);
  const make = factories(database.db, clock);
  world = await make.world();
  const ctx = await make.as(world.pupil.id);
  const motivation = "Je voudrais comprendre votre métier, #emph[vraiment] : $x_1$ \\ « oui ».";
  await submitApplication(ctx, { offerId: world.offer.id, motivation, choice: "both" });
  await keepFavourite(ctx, { offerId: world.offer.id, wantsAlert: false });
  await writeMessage(database.db, clock, { personId: world.pupil.id, recipient: world.pupil.email });
  const classmate = await world.newPupil();
  await writeMessage(database.db, clock, { personId: classmate.id, subject: "Pour quelqu’un d’autre" });
});

async function visit(personId: string, form?: Record<string, string>) {
  const args = routeArgs(app, {
    path: "/compte/donnees",
    cookie: await cookieOf(app, personId),
    ...(form ? { form } : {}),
  });
  return args as unknown as Parameters<typeof loader>[0];
}

it("gives in one archive all that is known of its owner, to read and for machines, and nothing of others", async () => {
  const { counts } = await loader(await visit(world.pupil.id));
  expect(counts).toMatchObject({
    identity: 1,
    classes: 1,
    guardians: 1,
    applications: 1,
    favourites: 1,
    messages: 1,
    offers: 0,
  });
  const answer = await archive(await visit(world.pupil.id));
  expect(answer.headers.get("Content-Disposition")).toContain("mes-donnees.zip");
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(Object.keys(files)).toEqual(["mes-donnees.json", "mes-donnees.pdf"]);
  const json = strFromU8(files["mes-donnees.json"] ?? new Uint8Array());
  const known = JSON.parse(json) as Record<string, Record<string, string>[]>;
  expect(known.identity).toMatchObject([
    { lastName: world.pupil.lastName, birthDate: "2011-10-02", email: world.pupil.email },
  ]);
  expect(known.applications?.[0]).toMatchObject({
    offer: world.offer.title,
    text: expect.stringContaining("#emph[vraiment]") as string,
  });
  expect(json).not.toMatch(/Pour quelqu’un d’autre|argon2|token/);
  expect(strFromU8((files["mes-donnees.pdf"] ?? new Uint8Array()).slice(0, 5))).toBe("%PDF-");
});

it("asks to have read what follows, then says on the next page that the account will be erased", async () => {
  const unread = await statusOf(async () => action(await visit(world.teacher.id, { intent: "erase" })));
  expect(unread.status).toBe(422);
  const asked = await statusOf(async () =>
    action(await visit(world.teacher.id, { intent: "erase", understood: "oui" })),
  );
  expect(asked).toMatchObject({ status: 303, location: "/connexion?fait=effacement" });
});
