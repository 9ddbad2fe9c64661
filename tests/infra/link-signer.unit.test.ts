import { describe, expect, it } from "vitest";
import { createLinkSigner } from "#app/infra/link-signer.server.ts";
import { newId } from "#app/kernel/ids.ts";

const links = createLinkSigner("a secret of at least thirty-two characters");

describe("signed links", () => {
  it("gives back the identifier and the version that were signed", () => {
    const id = newId();
    expect(links.read("guardian", links.sign("guardian", id, 3))).toEqual({ id, version: 3 });
  });

  it("refuses a token of another purpose, of another secret, altered or cut", () => {
    const token = links.sign("guardian", newId());
    const other = createLinkSigner("another secret of thirty-two characters!");
    expect(links.read("alert", token)).toBeNull();
    expect(other.read("guardian", token)).toBeNull();
    expect(links.read("guardian", token.slice(0, -1))).toBeNull();
    expect(links.read("guardian", `${token}A`)).toBeNull();
    expect(links.read("guardian", "")).toBeNull();
    for (let place = 0; place < token.length; place += 1) {
      const altered = token.slice(0, place) + (token[place] === "A" ? "B" : "A") + token.slice(place + 1);
      expect(links.read("guardian", altered)).toBeNull();
    }
  });

  it("reads what the secret before this one signed, and signs with the new one alone", () => {
    const before = createLinkSigner("a secret of at least thirty-two characters");
    const after = createLinkSigner(
      "another secret of thirty-two characters!",
      "a secret of at least thirty-two characters",
    );
    const id = newId();
    expect(after.read("guardian", before.sign("guardian", id, 2))).toEqual({ id, version: 2 });
    expect(after.read("alert", before.sign("guardian", id))).toBeNull();
    expect(before.read("guardian", after.sign("guardian", id))).toBeNull();
    const afterwards = createLinkSigner("another secret of thirty-two characters!");
    expect(afterwards.read("guardian", before.sign("guardian", id))).toBeNull();
    expect(afterwards.read("guardian", after.sign("guardian", id))).toEqual({ id, version: 1 });
  });

  it("derives six digits that are the same each time and differ between identifiers", () => {
    const ids = Array.from({ length: 50 }, () => newId());
    for (const id of ids) expect(links.codeFor(id)).toMatch(/^\d{6}$/);
    expect(links.codeFor(ids[0] ?? "")).toBe(links.codeFor(ids[0] ?? ""));
    expect(new Set(ids.map((id) => links.codeFor(id))).size).toBeGreaterThan(45);
  });

  it("derives digests by use, the one under the secret before last", () => {
    const before = createLinkSigner("a secret of at least thirty-two characters");
    const after = createLinkSigner(
      "another secret of thirty-two characters!",
      "a secret of at least thirty-two characters",
    );
    const [kept] = before.digests("activation hash", "K7MP");
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    expect(before.digests("activation code", "K7MP")[0]).not.toBe(kept);
    expect(after.digests("activation hash", "K7MP").indexOf(kept)).toBe(1);
  });
});
