import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseForm, readForm, readIntent, refused } from "#app/web/forms.server.ts";

const schema = z.object({ title: z.string({ error: "Un titre." }) });

function post(body: BodyInit | null, type?: string): Request {
  const headers = new Headers(type ? { "Content-Type": type } : {});
  return new Request("http://localhost:3000/", { method: "POST", body, headers });
}

const FORM = "application/x-www-form-urlencoded";
const parts = (count: number) =>
  `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(count)}--x--\r\n`;

describe("reading a form", () => {
  it.each([
    ["a body of another kind", post("{}", "application/json")],
    ["plain text", post("title=a", "text/plain")],
    ["no body", post(null)],
    ["a multipart body without its boundary", post("title=a", "multipart/form-data")],
    ["a multipart body cut short", post("--x\r\n", "multipart/form-data; boundary=x")],
    ["more fields than any page has", post(new URLSearchParams(Array(501).fill(["a", "b"]) as string[][]))],
    ["more empty fields than any page has", post("a&".repeat(500), FORM)],
    ["more parts than any page has", post(parts(501), "multipart/form-data; boundary=x")],
  ])("refuses %s with a 400", async (_, request) => {
    const refusal = await readForm(request).catch((thrown: unknown) => thrown);
    expect((refusal as Response).status).toBe(400);
  });

  it("takes as many fields as a page may have, in either way of writing them", async () => {
    for (const request of [
      post("a=b&".repeat(499) + "a=b", FORM),
      post(parts(500), "multipart/form-data; boundary=x"),
    ])
      expect([...(await readForm(request))]).toHaveLength(500);
  });

  it.each(["title[999999999]=a", "title[4294967290].x=a", "__proto__.title=a", "title.x=a&title[0]=b"])(
    "builds nothing out of the name %s",
    async (body) => {
      const parsed = await parseForm(post(body, FORM), schema);
      expect(parsed).toMatchObject({ ok: false, errors: { title: ["Un titre."] }, values: {} });
    },
  );

  it("takes a file for no answer and drops what no text can hold", async () => {
    const form = new FormData();
    form.append("title", new File(["texte"], "titre.txt"));
    expect(await parseForm(post(form), schema)).toMatchObject({ ok: false, values: {} });
    expect(await parseForm(post(new URLSearchParams({ title: "a\0b" })), schema)).toMatchObject({
      value: { title: "ab" },
    });
  });

  it("refuses two answers where one is asked, and gives them back", async () => {
    const parsed = await parseForm(post("title=a&title=b", FORM), schema);
    expect(parsed).toMatchObject({ ok: false, values: { title: ["a", "b"] } });
  });
});

describe("what a form asks for", () => {
  const INTENTS = ["keep", "remove"] as const;
  const asked = (body: string, missing?: "keep") =>
    readIntent(post(body, FORM), INTENTS, missing).catch((thrown: unknown) => thrown);

  it("is one of the things to do on its page", async () => {
    expect(await asked("intent=remove&offerId=1")).toMatchObject({ intent: "remove" });
  });

  it.each(["intent=fly", "intent=", "intent=Keep", "offerId=1", "intent=constructor"])(
    "is refused with its reason when it is not: %s",
    async (body) => {
      const refusal = (await asked(body)) as Response;
      expect([refusal.status, await refusal.text()]).toEqual([400, "unknown_intent"]);
    },
  );

  it("may be left out where the page says what that means", async () => {
    expect(await asked("offerId=1", "keep")).toMatchObject({ intent: "keep" });
    expect(((await asked("intent=fly", "keep")) as Response).status).toBe(400);
  });

  it("is nothing on a page with one thing to do", async () => {
    const refusal = await readForm(post("intent=keep", FORM)).catch((thrown: unknown) => thrown);
    expect((refusal as Response).status).toBe(400);
  });
});

describe("a refusal", () => {
  it("is a conflict, or beside the field at fault what cannot be processed, with what was typed", () => {
    const values = { title: "Un stage" };
    expect(refused(values, "Trop tard.")).toMatchObject({
      data: { errors: { "": ["Trop tard."] }, values },
      init: { status: 409 },
    });
    expect(refused(values, "Trop court.", "title")).toMatchObject({
      data: { errors: { title: ["Trop court."] }, values },
      init: { status: 422 },
    });
  });
});
