import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { storeMails } from "#app/infra/mail-stand-in/store-mail.server.ts";
import { loader as mailLoader } from "#app/routes/dev/mail.tsx";
import { loader as htmlLoader } from "#app/routes/dev/mail-html.ts";
import { loader as listLoader } from "#app/routes/dev/mailbox.tsx";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const clock = { now: () => new Date("2027-03-02T09:00:00Z") };
const ids: string[] = [];

beforeAll(async () => {
  for (let index = 0; index < 52; index += 1) {
    const mail = {
      from: "service@example.org",
      to: [index === 0 ? "omar@example.org" : "claire@example.org"],
      subject: `Objet ${index}`,
      html: "<p>Bonjour</p>",
      text: "Bonjour",
      headers: {},
      tags: [],
    };
    const stored = await storeMails({ db: database.db, clock }, [mail], `key-${index}`, mail.subject);
    if (stored.ok) ids.push(...stored.value);
  }
});

type Mode = AppContext["env"]["SERVICE_MODE"];

interface Visit {
  mode?: Mode;
  mailId?: string;
  accept?: string;
}

function visit(
  path: string,
  { mode = "demonstration", mailId = "", accept = "application/json" }: Visit = {},
) {
  const app = { env: { SERVICE_MODE: mode }, db: database.db } as AppContext;
  const request = new Request(`http://localhost${path}`, { headers: { Accept: accept } });
  return {
    request,
    params: { mailId },
    context: { app, cspNonce: "", clientAddress: "127.0.0.1" },
  } satisfies LoaderFunctionArgs;
}

describe("the mailbox of the demonstration", () => {
  it("pages the mails from the newest to the oldest, each once", async () => {
    const first = await listLoader(visit("/dev/boite-mail"));
    const second = await listLoader(visit(`/dev/boite-mail?avant=${first.next}`));
    const seen = [...first.mails, ...second.mails].map(({ id }) => id);
    expect(first.mails).toHaveLength(50);
    expect(seen).toEqual([...ids].reverse());
    expect(second.next).toBeNull();
  });

  it("gives the whole mails to a program, and what the list shows to a page", async () => {
    const forProgram = await listLoader(visit("/dev/boite-mail?a=omar@example.org"));
    const forPage = await listLoader(visit("/dev/boite-mail?a=omar@example.org", { accept: "text/html" }));
    expect(forProgram.mails.map(({ text }) => text)).toEqual(["Bonjour"]);
    expect(forPage.mails.map(({ text, subject }) => [text, subject])).toEqual([["", "Objet 0"]]);
  });

  it("has no mail for an address that cannot be one", async () => {
    expect((await listLoader(visit("/dev/boite-mail?a=omar%00@example"))).mails).toEqual([]);
  });

  it("serves the HTML as a document that runs nothing and fetches nothing", async () => {
    const response = await htmlLoader(visit("/", { mailId: ids[0] ?? "" }));
    expect(await response.text()).toBe("<p>Bonjour</p>");
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(response.headers.get("Content-Security-Policy")).toContain("sandbox");
  });

  it("knows no other mail, and does not exist in production", async () => {
    const missing = expect.objectContaining({ status: 404 }) as Response;
    await expect(mailLoader(visit("/", { mailId: "nope" }))).rejects.toEqual(missing);
    const production = visit("/", { mode: "production", mailId: ids[0] ?? "" });
    for (const loader of [listLoader, mailLoader, htmlLoader])
      await expect(loader(production)).rejects.toEqual(missing);
  });
});
