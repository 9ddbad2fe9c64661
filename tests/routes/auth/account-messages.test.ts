import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TOPICS } from "#app/domain/notifications/topics.ts";
import { action, loader } from "#app/routes/auth/account.tsx";
import { suppressedAddresses } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let make: ReturnType<typeof factories>;
let person: { id: string; email: string | null };

beforeAll(() => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
});
beforeEach(async () => {
  person = await make.person();
});

const read = async () => loader(routeArgs(app, { path: "/compte", cookie: await cookieOf(app, person.id) }));
async function post(form: Record<string, string | string[]>) {
  const cookie = await cookieOf(app, person.id);
  return statusOf(() => action(routeArgs(app, { path: "/compte", cookie, form })));
}

describe("the choice of one's e-mails", () => {
  it("starts with everything, and keeps what is chosen", async () => {
    expect((await read()).mail).toEqual({ address: person.email, topics: [...TOPICS] });
    const answer = await post({ intent: "messages", topics: ["follow", "advice"] });
    expect(answer).toMatchObject({ status: 303, location: "/compte?fait=messages" });
    expect((await read()).mail?.topics).toEqual(["follow", "advice"]);
    await post({ intent: "messages", topics: "alerts" });
    expect((await read()).mail?.topics).toEqual(["alerts"]);
  });

  it("takes a form without any box for a refusal of all that can be refused", async () => {
    expect((await post({ intent: "messages" })).status).toBe(303);
    expect((await read()).mail?.topics).toEqual([]);
  });

  it("refuses a topic that does not exist, an unknown button, and the choice of someone without address", async () => {
    expect((await post({ intent: "messages", topics: "codes" })).status).toBe(400);
    expect((await post({ intent: "autre" })).status).toBe(400);
    expect((await post({})).status).toBe(400);
    person = await make.person({ email: null });
    expect((await read()).mail).toBeNull();
    expect((await post({ intent: "messages", topics: "alerts" })).status).toBe(400);
  });
});

describe("an address that takes no mail any more", () => {
  it("is shown to its owner with the reason, and tried again when they ask", async () => {
    const address = person.email ?? "";
    await database.db
      .insert(suppressedAddresses)
      .values({ address, reason: "complained", suppressedAt: clock.now() });
    expect((await read()).suppression).toEqual({ reason: "complained", since: clock.now() });
    expect(await post({ intent: "address" })).toMatchObject({
      status: 303,
      location: "/compte?fait=adresse",
    });
    expect((await read()).suppression).toBeNull();
  });
});
