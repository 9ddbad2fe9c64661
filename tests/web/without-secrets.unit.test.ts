import { describe, expect, it } from "vitest";
import { bearsSecret, withoutSecrets } from "#app/web/without-secrets.ts";

describe("paths fit for a log", () => {
  it.each([
    "/suivi/abc",
    "/suivi/abc/candidatures/1",
    "/suivi/abc.data",
    "/SUIVI/abc",
    "/%73uivi/abc",
    "/suivi%2Fabc",
    "//suivi/abc",
    "/suivi/abc%0Adef",
  ])("hide the token of %s", (path) => {
    expect(withoutSecrets(path)).toBe("/suivi/…");
    expect(bearsSecret(path)).toBe(true);
  });

  it.each(["/calendrier/abc.ics", "/desabonnement/abc", "/signature/abc", "/reponse/abc"])(
    "hide the token of %s",
    (path) => {
      expect(withoutSecrets(path)).not.toContain("abc");
    },
  );

  it.each(["/", "/offres", "/offres/suivi/1", "/suivi", "/%E0%A4%A"])("leave %s as it is", (path) => {
    expect(withoutSecrets(path)).toBe(path);
    expect(bearsSecret(path)).toBe(false);
  });
});
