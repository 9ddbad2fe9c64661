import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { exportHosts } from "#app/domain/host-memory/export-hosts.server.ts";
import { readHostFilters } from "#app/domain/host-memory/host-memory.ts";
import { csvText } from "#app/kernel/files/csv-text.ts";
import { hostsSheet } from "#app/ui/school/hosts/hosts-sheet.ts";
import { auditEntries, hostOrganisations } from "#db/schema/index.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { memoryStory } from "./memory-story.ts";

const database = testDatabase();

it("leaves as a file without formula, and is in the audit", async () => {
  const { headContext, organisation, school } = await memoryStory(database.db);
  const name = "=HYPERLINK(1)";
  await database.db.update(hostOrganisations).set({ name }).where(eq(hostOrganisations.id, organisation.id));
  const hosts = valueOf(await exportHosts(headContext, readHostFilters(new URLSearchParams())));
  expect(csvText(hostsSheet(hosts))).toContain(`'${name}`);
  const entries = await database.db.select().from(auditEntries).where(eq(auditEntries.subjectId, school.uai));
  expect(entries).toMatchObject([{ action: "hosts.exported", capacity: "schoolHead" }]);
});
