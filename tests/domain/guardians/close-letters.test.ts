import { describe, expect, it } from "vitest";
import { closeLetters } from "#app/domain/guardians/close-letters.server.ts";
import { guardianStory } from "./guardian-story.ts";

const { now, open, accessOf } = guardianStory();

describe("letters that a code opened", () => {
  it("can be closed before its time", async () => {
    const { secret } = await open();
    const { app, guardianId } = now();
    await closeLetters(app, { guardianId, secret });
    expect(await accessOf(secret)).toBeNull();
  });
});
