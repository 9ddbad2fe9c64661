import { err, type Result } from "#app/kernel/result.ts";
import type { Database, Transaction } from "./client.ts";

class Rollback {
  readonly outcome: unknown;

  constructor(outcome: unknown) {
    this.outcome = outcome;
  }
}

/** The failure that each constraint stands for, by its name. */
type FailureByConstraint<Failure> = Readonly<Record<string, Failure>>;

/**
 * Runs `work` in one transaction. A failure rolls everything back, like an exception, where a bare drizzle transaction would
 * commit what was written before it was found. A race that ends on a constraint named in `on` ends as the failure given there.
 */
export async function inTransaction<Outcome extends Result<unknown, unknown>, const Failure = never>(
  db: Database,
  work: (tx: Transaction) => Promise<Outcome>,
  { on }: { on?: FailureByConstraint<Failure> } = {},
): Promise<Outcome | Result<never, Failure>> {
  try {
    return await db.transaction(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new Rollback(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Rollback) return error.outcome as Outcome;
    const constraint = violatedConstraint(error);
    if (on && constraint !== null && Object.hasOwn(on, constraint)) {
      const failure = on[constraint];
      if (failure !== undefined) return err(failure);
    }
    throw error;
  }
}

/** Not one of our mistakes: the server refuses, is away, full, or lets us wait too long. By SQLSTATE class or driver's code. */
const UNAVAILABLE =
  /^(08...|53...|57014|57P0[1-5]|55P03|40P01|25P0[34]|58030|CONNECT(ION)?_\w+|ECONN\w+|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)$/;

/** The code by which the database, or the way to it, failed; null for any other exception. */
export function databaseFailure(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && typeof current.code === "string" && UNAVAILABLE.test(current.code))
      return current.code;
  }
  return null;
}

/** The constraint that refused a write, when that is what this exception tells. */
function violatedConstraint(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && typeof current.code === "string" && /^[0-9A-Z]{5}$/.test(current.code)) {
      const name = "constraint_name" in current ? current.constraint_name : undefined;
      return typeof name === "string" ? name : null;
    }
  }
  return null;
}
