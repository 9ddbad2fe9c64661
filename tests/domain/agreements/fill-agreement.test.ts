import { describe, expect, it } from "vitest";
import { fillAgreement } from "#app/domain/agreements/fill-agreement.server.ts";
import type { Result } from "#app/kernel/result.ts";
import { testDatabase } from "#tests/support/database.ts";
import { agreementStory } from "./agreement-story.ts";

const ROUNDS = process.env.TEST_LONG ? 200 : 8;
const database = testDatabase();

function codeOf(result: Result<unknown, { code: string }>): string {
  return result.ok ? "ok" : result.error.code;
}

describe("two people at the same instant", () => {
  it("correct the same version: one is kept, the other is told", async () => {
    const story = await agreementStory(database.openPool(6));
    for (let round = 0; round < ROUNDS; round += 1) {
      const pupil = await story.newPupil();
      const agreementId = await story.place(pupil.id, (await story.newOffer()).id);
      const { content, contentHash } = await story.read(agreementId);
      const host = await story.make.as(story.employer.id);
      const { workplaceSupervisor, violencePreventionContact, hoursGrid, lunch } = content;
      const { signatoryName, signatoryQuality } = content.host;
      const part = {
        workplaceSupervisor,
        violencePreventionContact,
        hoursGrid,
        lunch,
        signatoryName,
        signatoryQuality,
      };
      const codes = await Promise.all(
        ["lundi", "mardi", "mercredi"].map(async (day) => {
          const whole = { ...part, activities: `Observer l’atelier le ${day}.` };
          return codeOf(await fillAgreement(host, { agreementId, contentHash, side: "host", part: whole }));
        }),
      );
      expect(codes.sort()).toEqual(["ok", "stale", "stale"]);
      expect((await story.read(agreementId)).version).toBe(2);
    }
  });
});
