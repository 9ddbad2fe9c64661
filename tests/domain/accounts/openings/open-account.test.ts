import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccount } from "#app/domain/accounts/openings/open-account.server.ts";
import { action as account, loader as readAccount } from "#app/routes/admin/found-account.tsx";
import { loader as audit } from "#app/routes/admin/access/audit.tsx";
import { action as open, loader as asked } from "#app/routes/admin/access/open-account.tsx";
import { loader as messages } from "#app/routes/admin/messages.tsx";
import { newId } from "#app/kernel/ids.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { writeMessage } from "#tests/support/messages.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const explanation = "Vous avez perdu votre téléphone.";
let app: ReturnType<typeof testApp>;
let make: Factories;
let service: Awaited<ReturnType<typeof startService>>;
let admin: { id: string; lastName: string };

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  service = await startService(app);
  admin = await make.person();
  await make.affiliate(admin.id, "admin");
});
afterAll(() => service.close());

async function visit(
  route: (args: never) => unknown,
  path: string,
  { params = {}, form }: { params?: Record<string, string>; form?: Record<string, string> } = {},
) {
  const cookie = await cookieOf(app, admin.id);
  return statusOf(() => route(routeArgs(app, { path, cookie, params, ...(form && { form }) }) as never));
}

describe("the pages of an account", () => {
  it("ask why first, show it to its owner, and end by themselves", async () => {
    const person = await make.person({ lastName: "Inventée-Duval" });
    const params = { personId: person.id };
    const [here, why] = [`/admin/comptes/${person.id}`, `/admin/comptes/${person.id}/motif`];
    expect(await visit(readAccount, here, { params })).toMatchObject({ status: 303, location: why });
    const reset = { intent: "sessions" };
    expect(await visit(account, here, { params, form: reset })).toMatchObject({ location: why });
    const mute = await visit(open, why, { params, form: { reason: "report", explanation: "..." } });
    expect(mute).toMatchObject({ status: 422, value: { data: { values: { reason: "report" } } } });
    const given = { reason: "asked_by_owner", explanation };
    expect(await visit(open, why, { params, form: given })).toMatchObject({ status: 303, location: here });
    expect(await visit(readAccount, here, { params })).toMatchObject({ status: 200 });

    const cookie = await cookieOf(app, person.id);
    const shown = await sendRaw(service.port, { path: "/compte", headers: { Cookie: cookie } });
    expect(shown.body).toContain("Qui a consulté votre compte");
    expect(shown.body).toContain(explanation);
    expect(shown.body).not.toContain(admin.lastName);

    clock.advanceDays(15 / 1440);
    expect(await visit(readAccount, here, { params })).toMatchObject({ location: why });
  });

  it("lead back to the page that asked, on this site, and are none for nobody", async () => {
    const { id } = await make.person();
    const form = { reason: "incident", explanation };
    const sent = (personId: string, back: string) =>
      visit(open, `/admin/comptes/${personId}/motif?retour=${encodeURIComponent(back)}`, {
        params: { personId },
        form,
      });
    expect((await sent(id, "/admin/messages?comme=1")).location).toBe("/admin/messages?comme=1");
    expect((await sent(id, "https://example.com/")).location).toBe(`/admin/comptes/${id}`);
    expect((await sent(newId(), "/admin")).status).toBe(404);
    expect((await visit(asked, "/admin/comptes/x/motif", { params: { personId: "x" } })).status).toBe(404);
  });

  it("guard what a person was sent in the same way; a legal representative has no account to open", async () => {
    const person = await make.person();
    const { id } = await writeMessage(database.db, clock, { personId: person.id, recipient: person.email });
    const family = await writeMessage(database.db, clock, { recipient: "parent@example.org" });
    const list = (one: string) => visit(messages, `/admin/messages?comme=${one}`);
    const refused = await list(id);
    expect(refused.location).toBe(
      `/admin/comptes/${person.id}/motif?retour=${encodeURIComponent(`/admin/messages?comme=${id}`)}`,
    );
    await openAccount(await make.as(admin.id), { personId: person.id, reason: "incident", explanation });
    expect((await list(id)).status).toBe(200);
    expect((await list(family.id)).status).toBe(200);
  });
});

describe("the log of accesses", () => {
  const read = async (query = "") => {
    const { value } = await visit(audit, `/admin/audit${query}`);
    return value as Awaited<ReturnType<typeof audit>>;
  };

  it("tells who did what and on what, by filters, without a name of those concerned", async () => {
    const person = await make.person({ lastName: "Introuvable" });
    await openAccount(await make.as(admin.id), { personId: person.id, reason: "incident", explanation });
    const { lines } = await read(`?objet=${person.id}&acte=account.opened`);
    expect(lines).toMatchObject([{ actorId: admin.id, reason: "incident", sealed: false }]);
    expect(lines[0]?.actorName).toContain(admin.lastName);
    const first = JSON.stringify(lines);
    expect(first).not.toMatch(/Introuvable|téléphone/);
    expect((await read(`?objet=${person.id}&qui=${person.id}`)).lines).toEqual([]);
    expect((await read(`?objet=${person.id}&du=2027-03-02`)).lines).toEqual([]);
    expect((await read(`?objet=${person.id}&du=2027-03-01&au=2027-03-01`)).lines).toHaveLength(1);
    for (const unknown of ["acte=x", "qui=x", "du=x", "curseur=x", "objet=%00"])
      expect((await read(`?${unknown}`)).lines.length).toBeGreaterThan(0);
  });

  it("gives each act once over its pages", async () => {
    const { id: personId } = await make.person();
    const ctx = await make.as(admin.id);
    for (let count = 0; count < 60; count += 1)
      await openAccount(ctx, { personId, reason: "report", explanation });
    const first = await read(`?objet=${personId}`);
    const second = await read(`?objet=${personId}&curseur=${first.nextCursor ?? ""}`);
    expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(60);
    expect(second.nextCursor).toBeNull();
  });
});
