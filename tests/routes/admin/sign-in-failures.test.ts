import { beforeAll, describe, expect, it } from "vitest";
import { addFailures, type FailureCount } from "#app/domain/sign-in-failures/write-failures.server.ts";
import { loader } from "#app/routes/admin/access/sign-in-failures.tsx";
import { loader as board } from "#app/routes/school/board.tsx";
import { cookieOf, routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock("2027-03-01T09:00:00Z");
let app: ReturnType<typeof testApp>;
let admin = "";
let world: Awaited<ReturnType<ReturnType<typeof factories>["world"]>>;
let otherUai = "";

beforeAll(async () => {
  app = testApp(database, clock);
  const make = factories(database.db, clock);
  world = await make.world();
  otherUai = (await make.school()).uai;
  const person = await make.person();
  await make.affiliate(person.id, "admin");
  admin = await cookieOf(app, person.id);
  const counted = (values: Partial<FailureCount>): FailureCount => ({
    day: "2027-02-20",
    door: "activation",
    reason: "card_expired",
    schoolUai: world.school.uai,
    count: 12,
    ...values,
  });
  await addFailures(database.db, [
    counted({}),
    counted({ day: "2027-02-21", count: 3 }),
    counted({ reason: "birth_date_differs", count: 4 }),
    counted({ door: "educonnect", reason: "wrong_level", count: 30 }),
    counted({ schoolUai: otherUai, reason: "card_used", count: 9 }),
    counted({ door: "educonnect", reason: "school_unknown", schoolUai: "0999999Z", count: 2 }),
    counted({ door: "password", reason: "wrong_password", schoolUai: null, count: 100 }),
    counted({ day: "2026-12-01", reason: "card_revoked", count: 50 }),
  ]);
});

const page = (query: string) => loader(routeArgs(app, { path: `/admin/connexions?${query}`, cookie: admin }));
const reasons = async (query: string) =>
  (await page(query)).reasons.map(({ door, reason, count }) => [door, reason, count]);

describe("the page of failures", () => {
  it("counts the last thirty days by reason, and by school where one is known", async () => {
    expect(await reasons("")).toEqual([
      ["password", "wrong_password", 100],
      ["educonnect", "wrong_level", 30],
      ["activation", "card_expired", 15],
      ["activation", "card_used", 9],
      ["activation", "birth_date_differs", 4],
      ["educonnect", "school_unknown", 2],
    ]);
    const { schools, hasNext } = await page("");
    expect(schools.map(({ uai, name, count }) => [uai, name, count])).toEqual([
      [world.school.uai, world.school.name, 49],
      [otherUai, "Lycée des Trois-Rivières", 9],
      ["0999999Z", null, 2],
    ]);
    expect(hasNext).toBe(false);
    expect((await page("page=2")).schools).toEqual([]);
  });

  it("looks at the period, the way and the school that the address says, and drops what is none", async () => {
    expect(await reasons("du=2026-11-25&au=2026-12-05")).toEqual([["activation", "card_revoked", 50]]);
    expect(await reasons(`acces=activation&etablissement=${otherUai.toLowerCase()}`)).toEqual([
      ["activation", "card_used", 9],
    ]);
    expect(await reasons("du=hier&acces=fenetre&etablissement=Martin&page=x")).toHaveLength(6);
    expect((await page("du=2025-01-01&au=2025-02-01")).reasons).toEqual([]);
  });
});

describe("the board of a school", () => {
  const failuresOf = async (personId: string) => {
    const cookie = await cookieOf(app, personId);
    return (await board(routeArgs(app, { path: "/etablissement", cookie }))).failures;
  };

  it("tells its head what the school can repair, and no small number exactly", async () => {
    expect(await failuresOf(world.head.id)).toEqual([
      {
        uai: world.school.uai,
        name: world.school.name,
        repairs: [
          { reason: "card_expired", count: 15 },
          { reason: "birth_date_differs", count: null },
        ],
      },
    ]);
  });

  it("tells teachers nothing of it", async () => {
    expect(await failuresOf(world.teacher.id)).toEqual([]);
  });
});
