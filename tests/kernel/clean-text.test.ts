import { describe, expect, it } from "vitest";
import { cleanIdentifier, cleanLine, cleanText } from "#app/kernel/clean-text.ts";
import { normaliseText } from "#app/kernel/text.ts";

describe("a text that was typed", () => {
  it.each([
    ["facture\u202egpj.exe", "facturegpj.exe"],
    ["un\u2066deux\u2069", "undeux"],
    ["\ufeffBonjour\u0000\u0007", "Bonjour"],
    ["sou\u00adder", "souder"],
    ["ligne 1\r\nligne 2\u2028ligne 3", "ligne 1\nligne 2\nligne 3"],
    ["Le\u0301a", "Léa"],
    ["demi \ud83d coupé", "demi  coupé"],
    ["équipe 👩‍🔬 à 9\u00a0h", "équipe 👩‍🔬 à 9\u00a0h"],
  ])("%j is kept as %j", (typed, kept) => expect(cleanText(typed)).toBe(kept));

  it("stays on one line where a line is asked", () =>
    expect(cleanLine("Menuiserie\r\nBcc: x@example.org\tici")).toBe("Menuiserie Bcc: x@example.org ici"));

  it.each([
    ["\u200bmarie.durand@\u00a0example.org\ufeff", "marie.durand@example.org"],
    ["69\u202f001", "69001"],
    ["０１\u00a099\u200900", "019900"],
    ["0350\u2060030a", "0350030a"],
  ])("the identifier %j is %j", (typed, kept) => expect(cleanIdentifier(typed)).toBe(kept));

  it("is compared without what does not show", () =>
    expect(normaliseText("Ren\u00adnes\u200b")).toBe("rennes"));
});
