import { generate } from "otplib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { totpGuardrails } from "#app/domain/accounts/second-factor/check-totp.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
const password = "un mot de passe assez long";
let service: Awaited<ReturnType<typeof startService>>;
let head: { email?: string | null };

beforeAll(async () => {
  const make = factories(database.db, clock);
  await make.reference();
  const school = await make.school();
  const person = await make.person({}, { password });
  await make.affiliate(person.id, "schoolHead", { schoolUai: school.uai });
  head = person;
  service = await startService(testApp(database, clock));
});
afterAll(() => service.close());

const cookies = new Map<string, string>();
/** A browser that runs no script. */
async function ask(path: string, form?: Record<string, string>) {
  const headers = {
    Cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
    ...(form && { "Content-Type": "application/x-www-form-urlencoded" }),
  };
  const body = form && new URLSearchParams(form).toString();
  const answer = await sendRaw(service.port, {
    path,
    headers,
    ...(body !== undefined && { method: "POST", body }),
  });
  for (const cookie of [answer.headers["set-cookie"] ?? []].flat()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }
  return answer;
}

it("lets in a head whose account was made without a second factor, and shows the recovery codes without scripts", async () => {
  const signedIn = await ask("/connexion", { email: head.email ?? "", password });
  expect(signedIn.status).toBe(303);
  expect((await ask("/etablissement")).headers.location).toContain("/connexion/code");
  const asked = await ask(String(signedIn.headers.location));
  const enrolmentPath = String(asked.headers.location);
  const page = (await ask(enrolmentPath)).body;
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? "").replaceAll(" ", "");
  const sealed = /name="sealed" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const epoch = Math.floor(clock.now().getTime() / 1000);
  const code = await generate({ secret, epoch, guardrails: totpGuardrails });
  const enrolled = await ask(enrolmentPath, { sealed, code });
  expect(enrolled.status).toBe(303);
  const codes = await ask(String(enrolled.headers.location));
  expect(codes.body.match(/<li><code>/g)).toHaveLength(10);
  expect(codes.body).toContain('href="/etablissement"');
  expect((await ask("/etablissement")).status).toBe(200);
  cookies.delete("recovery");
  expect((await ask(enrolmentPath)).body).toContain("Votre compte est déjà protégé");
});
