import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HASH_OF_NOBODY, hashPassword, passwordMatches } from "#app/domain/accounts/passwords.server.ts";

const parametersOf = (hash: string) => hash.split("$").slice(1, 4);

/** The priorities of the threads of this process, in steps of courtesy. */
function courtesies(): number[] {
  return readdirSync("/proc/self/task").map((thread) => {
    const fields = readFileSync(`/proc/self/task/${thread}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(fields[16]);
  });
}

describe("a password", () => {
  it("is that of its own hash, and of no other account", async () => {
    const [one, same] = await Promise.all([hashPassword("trois girafes"), hashPassword("trois girafes")]);
    expect(one).not.toBe(same);
    expect(await passwordMatches(one, "trois girafes")).toBe(true);
    expect(await passwordMatches(one, "quatre girafes")).toBe(false);
    expect(await passwordMatches(null, "trois girafes")).toBe(false);
  });

  it("costs the same to compare where there is no account", async () => {
    expect(parametersOf(HASH_OF_NOBODY)).toEqual(parametersOf(await hashPassword("trois girafes")));
  });

  it("is not compared with what is no hash, and the next one is all the same", async () => {
    await expect(passwordMatches("no hash", "trois girafes")).rejects.toThrow("argon2 refused its input");
    expect(await passwordMatches(await hashPassword("trois girafes"), "trois girafes")).toBe(true);
  });

  it.runIf(process.platform === "linux")("is computed by threads that give way to the pages", async () => {
    await hashPassword("trois girafes");
    expect(Math.max(...courtesies())).toBeGreaterThanOrEqual(10);
    expect(Math.min(...courtesies())).toBeLessThan(10);
  });
});
