import { fc } from "#tests/support/properties.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { pages as routes } from "#app/routes.ts";
import { cookieOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { sendRaw, type RawRequest } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const REQUESTS = process.env.TEST_LONG ? 20_000 : 600;

const database = testDatabase();
const clock = fakeClock();
let service: Awaited<ReturnType<typeof startService>>;
let app: ReturnType<typeof testApp>;
const people: Record<string, string> = {};
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = testApp(database, clock);
  // The limits have tests of their own: here everything must get through.
  app.rateLimits.consume = () => Promise.resolve(null);
  const make = factories(database.db, clock);
  const world = await make.world({ seats: [3, 3] });
  const [pupil, host] = [await make.as(world.pupil.id), await make.as(world.employer.id)];
  const admin = await make.person();
  await make.affiliate(admin.id, "admin");
  const motivation = "Une lettre assez longue pour être envoyée à la structure d’accueil.";
  const sent = await submitApplication(pupil, { offerId: world.offer.id, motivation, choice: 1 });
  if (!sent.ok || !(await acceptApplication(host, sent.value)).ok) throw new Error("No application");
  const placed = await confirmPlacement(pupil, sent.value);
  if (!placed.ok) throw new Error("No placement");
  Object.assign(people, {
    pupil: world.pupil.id,
    employer: world.employer.id,
    teacher: world.teacher.id,
    admin: admin.id,
  });
  Object.assign(ids, {
    offerId: world.offer.id,
    applicationId: sent.value.applicationId,
    agreementId: placed.value.agreementId,
    classGroupId: world.classGroup.id,
    pupilId: world.pupil.id,
    token: app.links.sign("guardian", await make.guardianOf(world.pupil.id)),
  });
  service = await startService(app);
});
afterAll(() => service.close());

const HOSTILE = [
  ...["", " ", "\0", "a\0b", "\u{1F600}", "\u2028", "é".repeat(600), "a".repeat(20_000), "’".repeat(1500)],
  ...["__proto__", "constructor", "toString", "null", "undefined", "NaN", "-1", "0", "1e400", "9".repeat(30)],
  ...[
    "'; drop table offers; --",
    "<script>alert(1)</script>",
    "%",
    "\\",
    "//autre.example",
    "../../etc/passwd",
  ],
  ...[
    "2027-02-30",
    "25:61",
    "0".repeat(64),
    "[]",
    "{}",
    "a:*&b",
    '"a" | !b',
    "35000",
    "Rennes",
    "deux-semaines",
    "lieu=a%00b&lat=48&lon=-1&q=%00orange&rayon=5",
  ],
];
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 2, arbitrary: fc.constantFrom("@offerId", "@applicationId", "@agreementId", "@fresh") },
);

const QUERY =
  "lieu lat lon rayon secteur famille defi periode q tri vue curseur zoom ouest sud est nord ici a avant page etat fait retour brouillon etape revoir structure retirer index _routes p version comme du au modele evenement choix exemple saisie surprise mot supprimer".split(
    " ",
  );
const FIELDS =
  "intent email password code motivation periode reason offerId brouillon etape title description sectorCode seats1 lengths challenges address place siret contentHash comment field addressee headName birthDate guardian1Email guardianId school informsGuardians activities hours-1-morning-from choix topics until messageId recherche alerte frequence words version List-Unsubscribe title[99999999] __proto__.a".split(
    " ",
  );
const INTENTS =
  "draft submit confirm withdraw read accept decline publish later pause resume discard validate request_changes fill send verify replace object create stop restart delete frequency keep alert remove forget save resume retry dismiss compose autosave opinion restore continue handled messages address sessions take_back reopen".split(
    " ",
  );

const pairs = (names: string[], max: number) =>
  fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: max });

const attack = fc.record({
  route: fc.constantFrom(...routes.map(({ path }) => path ?? "")),
  parameter: fc.oneof(
    { weight: 4, arbitrary: fc.constant("@own") },
    {
      weight: 2,
      arbitrary: fc.constantFrom("@fresh", "x", "%00", "%E0%A4%A", "..", "a".repeat(3000), "%F0%9F%98%80"),
    },
  ),
  suffix: fc.constantFrom("", "", "", ".data", "/", "/nulle-part"),
  method: fc.constantFrom("GET", "GET", "POST", "POST", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"),
  who: fc.constantFrom("nobody", "pupil", "employer", "teacher", "admin", "broken"),
  query: pairs(QUERY, 4),
  fields: pairs(FIELDS, 8),
  intent: fc.option(fc.constantFrom(...INTENTS)),
  encoding: fc.constantFrom("form", "form", "form", "multipart", "files", "json", "none", "raw"),
  accept: fc.constantFrom("text/html", "application/json", "*/*", "image/png"),
});
type Attack = typeof attack extends fc.Arbitrary<infer Value> ? Value : never;

function told(value: string): string {
  if (value === "@fresh") return newId();
  return value.startsWith("@") ? (ids[value.slice(1)] ?? value) : value;
}

function encoded(pair: readonly [string, string][]): string {
  const wellFormed = pair.map(([name, value]) => [name, Buffer.from(told(value)).toString()]);
  return new URLSearchParams(wellFormed).toString();
}

function bodyOf({ fields, intent, encoding }: Attack): { body: string; type: string | null } {
  const all = intent ? [["intent", intent] as [string, string], ...fields] : fields;
  const part = ([name, value]: [string, string]) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${encoding === "files" ? '; filename="a.txt"' : ""}\r\n\r\n${told(value)}\r\n`;
  switch (encoding) {
    case "form":
      return { body: encoded(all), type: "application/x-www-form-urlencoded" };
    case "multipart":
    case "files":
      return { body: `${all.map(part).join("")}--x--\r\n`, type: "multipart/form-data; boundary=x" };
    case "json":
      return { body: JSON.stringify(all), type: "application/json" };
    case "raw":
      return { body: "%ff%fe=%C0&a=%ed%a0%80&%", type: "application/x-www-form-urlencoded" };
    case "none":
      return { body: "", type: null };
  }
}

async function requestOf(it: Attack): Promise<RawRequest> {
  const url = `/${it.route}`
    .replace(/:(\w+)/g, (_, name: string) =>
      it.parameter === "@own" ? (ids[name] ?? newId()) : told(it.parameter),
    )
    .replace("*", "nulle-part");
  const query = encoded(it.query);
  const personId = people[it.who];
  const cookie = personId ? await cookieOf(app, personId) : it.who === "broken" ? "session=%E0%A4%A; =" : "";
  const { body, type } = bodyOf(it);
  const writes = !["GET", "HEAD", "OPTIONS"].includes(it.method);
  return {
    path: `${url}${it.suffix}${query ? `?${query}` : ""}`.slice(0, 12_000),
    method: it.method,
    headers: {
      Accept: it.accept,
      ...(cookie ? { Cookie: cookie } : {}),
      ...(writes && type ? { "Content-Type": type } : {}),
    },
    ...(writes ? { body } : {}),
  };
}

it(`answers ${REQUESTS} hostile requests without one failure of its own`, async () => {
  await fc.assert(
    fc.asyncProperty(attack, async (sent) => {
      const { status, headers } = await sendRaw(service.port, await requestOf(sent));
      expect(status).toBeLessThan(500);
      const location = String(headers.location ?? "/");
      expect(location).toMatch(/^\/(?![/\\])/);
    }),
    { numRuns: REQUESTS },
  );
}, 600_000);
