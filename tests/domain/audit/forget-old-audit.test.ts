import { expect, it } from "vitest";
import { forgetOldAudit } from "#app/domain/audit/forget-old-audit.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import { auditStory } from "./audit-story.ts";

const story = auditStory();

it("forgets a year later what is sealed, keeps the seals, and the chain still holds", async () => {
  await story.write();
  await story.write();
  await story.seal();
  story.clock.advanceDays(300);
  await story.write();
  await story.seal();
  await story.write();
  const forget = () => forgetOldAudit({ db: story.db(), clock: story.clock });
  await forget();
  expect(await story.db().$count(auditEntries)).toBe(4);
  story.clock.advanceDays(66);
  await forget();
  expect(await story.db().$count(auditEntries)).toBe(2);
  expect(await story.verify()).toMatchObject({ broken: null, seals: 2, entries: 1, forgotten: 2 });
  // What no seal holds yet stays, however old.
  story.clock.advanceDays(366);
  await forget();
  expect(await story.db().$count(auditEntries)).toBe(1);
});
