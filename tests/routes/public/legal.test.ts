import { afterEach, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
let service: Awaited<ReturnType<typeof startService>> | undefined;
afterEach(() => service?.close());

async function read(env: Record<string, string>, path: string): Promise<string> {
  const app = testApp(database, fakeClock());
  service = await startService({ ...app, env: { ...app.env, ...env } });
  return (await sendRaw(service.port, { path })).body;
}

it("tells who publishes the service, who hosts it and where to write, as the operator says", async () => {
  const page = await read(
    {
      LEGAL_PUBLISHER: "Rectorat d’exemple, 1 rue des Écoles, 35000 Rennes",
      LEGAL_HOST: "Nuages d’exemple, Lille",
      CONTACT_EMAIL: "aide@stages.example.fr",
    },
    "/mentions-legales",
  );
  for (const told of ["Rectorat d’exemple", "Nuages d’exemple, Lille", "mailto:aide@stages.example.fr"])
    expect(page).toContain(told);
  expect(page).not.toContain("contact@example.org");
  expect(page).not.toContain("est une démonstration");
});

it.each([
  "/accessibilite",
  "/donnees-personnelles",
  "/donnees-personnelles/registre",
  "/donnees-personnelles/analyse-d-impact",
  "/conditions-utilisation",
])("gives the same address on %s", async (path) => {
  const page = await read({ CONTACT_EMAIL: "aide@stages.example.fr" }, path);
  expect(page).toContain("mailto:aide@stages.example.fr");
});

it("says that a demonstration is nobody's service", async () => {
  expect(await read({}, "/mentions-legales")).toContain("est une démonstration");
});

it("tells at the known address whom to write to about a fault, until a day that is always ahead", async () => {
  const told = await read(
    { CONTACT_EMAIL: "securite@stages.example.fr", PUBLIC_URL: "https://stages.example.fr" },
    "/.well-known/security.txt",
  );
  expect(told).toMatch(/^Contact: mailto:securite@stages\.example\.fr$/m);
  expect(told).toMatch(/^Canonical: https:\/\/stages\.example\.fr\/\.well-known\/security\.txt$/m);
  const expires = Date.parse(/^Expires: (.+)$/m.exec(told)?.[1] ?? "");
  const days = (expires - fakeClock().now().getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
});
