import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { sealAudit } from "#app/domain/audit/seal-audit.server.ts";
import { verifyAudit } from "#app/domain/audit/verify-audit.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { textOf, type Queryable } from "#db/client.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { sql, type SQL } from "drizzle-orm";

/** A database whose audit nobody else writes. */
export function auditStory() {
  const database = testDatabase();
  const clock = fakeClock();
  const origin = { requestId: newId(), network: "192.0.2" };
  return {
    db: () => database.db,
    clock,
    write: (on: Queryable = database.db) =>
      appendAudit(on, { origin }, { action: "campaign.saved", as: "admin", actorId: newId() }, clock.now()),
    seal: () => sealAudit({ db: database.db, clock }),
    verify: (noted?: string) => verifyAudit(database.db, { now: clock.now(), noted: noted ?? null }),
    /** What whoever owns the database can do, and the service cannot. */
    async tamper(...statements: SQL[]): Promise<void> {
      await database.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`);
        for (const statement of statements) await tx.execute(statement);
      });
    },
    async refusal(statement: SQL): Promise<string> {
      try {
        await database.db.execute(statement);
      } catch (error) {
        return String((error as Error).cause);
      }
      return `accepted: ${textOf(statement)}`;
    },
  };
}
