import { Readable } from "node:stream";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { wholeDocument, withRefusedTitle } from "#app/web/whole-document.server.ts";

it("leaves no NUL byte in a page whose dashes fall on the edges of the renderer's buffer", async () => {
  const pages = Array.from({ length: 60 }, (_, index) => {
    const paragraphs = Array.from({ length: 200 }, (_unused, key) =>
      createElement("p", { key }, "–".repeat(7 + index), " é "),
    );
    return createElement("main", null, paragraphs);
  });
  const rendered = await Promise.all(
    pages.map(async (page) =>
      (await wholeDocument((into) => renderToPipeableStream(page).pipe(into))).toString(),
    ),
  );
  expect(rendered.filter((html) => html.includes("\0"))).toHaveLength(0);
  expect(rendered[0]).toContain(`<p>${"–".repeat(7)}<!-- --> é </p>`);
});

it("passes on what has none, byte for byte", async () => {
  const whole = "Élève, œuvre, 17 – 28 juin".repeat(10_000);
  const pieces = Readable.from([Buffer.from(whole.slice(0, 7)), Buffer.from(whole.slice(7))]);
  expect((await wholeDocument((into) => pieces.pipe(into))).toString()).toBe(whole);
});

it("marks a title that it makes an error, and neither touches nor marks one that a route tells as such", () => {
  const page = (title: string) => `<html lang="fr"><head><title>${title}</title></head></html>`;
  expect(withRefusedTitle(Buffer.from(page("Alertes – Service")))).toBe(
    `<html data-refused="" lang="fr"><head><title>Erreur : Alertes – Service</title></head></html>`,
  );
  const told = page("Erreur : Offres – Service");
  expect(withRefusedTitle(Buffer.from(told))).toBe(told);
});
