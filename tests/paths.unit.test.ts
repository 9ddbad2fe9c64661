import { expect, it } from "vitest";
import { localPath } from "#app/paths.ts";

it.each([
  "/eleve",
  "/offres?lieu=Rennes&rayon=30",
  "/offres?favori=1#offre-1",
  "/offres/1/candidature",
  "/%2F%2Fautre.example",
])("returns to %s, a page of this site", (path) => {
  expect(localPath(path, "/compte")).toBe(path);
});

it.each([
  "//autre.example",
  "/\\autre.example",
  "\\\\autre.example",
  "/\t/autre.example",
  "/\n/autre.example",
  "/.//autre.example",
  "/x/..//autre.example",
  "https://autre.example/eleve",
  "javascript:alert(1)",
  "eleve",
  "",
  null,
])("never leaves this site for %j", (path) => {
  expect(localPath(path, "/compte")).toBe("/compte");
});

it.each(["/offres?lieu=Œuf€", "/offres\u0001", "/offres\r\nSet-Cookie: a=b"])(
  "gives %j a form that a header can carry",
  (path) => {
    expect(() => new Headers({ Location: localPath(path, "/") })).not.toThrow();
    expect(localPath(path, "/")).toMatch(/^\/[\x21-\x7e]*$/);
  },
);
