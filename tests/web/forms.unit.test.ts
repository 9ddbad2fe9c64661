import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseForm, readForm } from "#app/web/forms.server.ts";

const schema = z.object({ title: z.string({ error: "Un titre." }) });

function post(body: BodyInit | null, type?: string): Request {
  const headers = new Headers(type ? { "Content-Type": type } : {});
  return new Request("http://localhost:3000/", { method: "POST", body, headers });
}

const FORM = "application/x-www-form-urlencoded";

describe("reading a form", () => {
  it.each([
    ["a body of another kind", post("{}", "application/json")],
    ["plain text", post("title=a", "text/plain")],
    ["no body", post(null)],
    ["a multipart body without its boundary", post("title=a", "multipart/form-data")],
    ["a multipart body cut short", post("--x\r\n", "multipart/form-data; boundary=x")],
    ["more fields than any page has", post(new URLSearchParams(Array(501).fill(["a", "b"]) as string[][]))],
  ])("refuses %s with a 400", async (_, request) => {
    const refusal = await readForm(request).catch((thrown: unknown) => thrown);
    expect((refusal as Response).status).toBe(400);
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
