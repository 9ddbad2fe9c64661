import type { Result } from "#app/kernel/result.ts";
import type { Database, Transaction } from "./client.ts";

class Rollback {
  readonly outcome: unknown;

  constructor(outcome: unknown) {
    this.outcome = outcome;
  }
}

/**
 * Runs `work` in one transaction. An error result rolls everything back, like an exception,
 * where a bare drizzle transaction would commit what was written before the error was found.
 */
export async function inTransaction<Outcome extends Result<unknown, unknown>>(
  db: Database,
  work: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await db.transaction(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new Rollback(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Rollback) return error.outcome as Outcome;
    throw error;
  }
}

interface PostgresFailure {
  code: string;
  constraint: string | undefined;
}

/** The constraint that refused a write, when that is what this exception tells. */
export function violatedConstraint(error: unknown): string | null {
  return postgresFailure(error)?.constraint ?? null;
}

function postgresFailure(error: unknown): PostgresFailure | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && typeof current.code === "string" && /^[0-9A-Z]{5}$/.test(current.code)) {
      const constraint = "constraint_name" in current ? current.constraint_name : undefined;
      return { code: current.code, constraint: typeof constraint === "string" ? constraint : undefined };
    }
  }
  return null;
}
