import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Acts of administrators, heads and offices that leave no entry, and why. */
const EXEMPT: Readonly<Record<string, string>> = {};

/** What only someone who acts for others goes through. */
const ACTS_FOR_OTHERS =
  /hasRole\(actor, "admin"|canSetUpSchool\(|schoolsSetUpBy\(|canResetSecondFactor\(|findFollowedClass\(|findFollowedSchool\(/;
const WRITES = /inTransaction\(|\.(insert|update|delete)\(/;

const useCases = readdirSync("app/domain", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".server.ts"))
  .map((file) => `app/domain/${file}`)
  .filter((file) => !/\.(queries|store|policy|scope)\.server\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }))
  .filter(({ text }) => ACTS_FOR_OTHERS.test(text) && WRITES.test(text));

describe("what administrators and schools do for others", () => {
  it("is found at all", () => {
    expect(useCases.length).toBeGreaterThan(15);
  });

  it("leaves an entry in the audit, or a reason why not", () => {
    const silent = useCases.filter(({ file, text }) => !text.includes("appendAudit(") && !EXEMPT[file]);
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  it("keeps no exemption that nothing needs", () => {
    const needed = useCases.filter(({ text }) => !text.includes("appendAudit(")).map(({ file }) => file);
    expect(Object.keys(EXEMPT).filter((file) => !needed.includes(file))).toEqual([]);
  });
});
