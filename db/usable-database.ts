import type { Clock } from "#app/kernel/clock.ts";
import { sql } from "drizzle-orm";
import type { Database } from "./client.ts";
import { readSchemaState, type SchemaState } from "./schema-version.ts";

/** A database that must not, or cannot, be used. The message is a sentence for the person at the keyboard. */
export class UnusableDatabase extends Error {}

const NOT_MIGRATED: Partial<Record<SchemaState, string>> = {
  empty: "La base de données est vide : lancez « npm run db:migrate », puis « npm run db:seed ».",
  behind: "La base de données n’est pas à jour : lancez « npm run db:migrate ».",
};

const DEMONSTRATION_ONLY =
  "La base de données porte la marque de la démonstration : la production refuse d’y toucher. Donnez une autre base dans DATABASE_URL.";

/** A process ahead of the database by this much would end every application, one behind would end none. */
const SKEW_LIMIT_MS = 60_000;

/** The mark is no table of the schema: a database of production never has it. */
export async function bearsDemonstrationMark(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ marked: boolean }>(
    sql`select to_regclass('public.demonstration_mark') is not null as marked`,
  );
  return row?.marked ?? false;
}

/** What the driver or the server said, without the stack: the first cause of all. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause) return causeOf(error.cause);
  return error.message || ("code" in error ? String(error.code) : error.name);
}

async function ask<Answer>(question: Promise<Answer>): Promise<Answer> {
  try {
    return await question;
  } catch (error) {
    throw new UnusableDatabase(
      `La base de données ne répond pas (${causeOf(error)}) : vérifiez DATABASE_URL.`,
    );
  }
}

/** Production has nothing to do with the demonstration's database, not even to migrate it. */
export async function refuseDemonstration(db: Database, mode: string): Promise<void> {
  if ((await ask(bearsDemonstrationMark(db))) && mode === "production")
    throw new UnusableDatabase(DEMONSTRATION_ONLY);
}

export async function requireSchema(db: Database): Promise<void> {
  const refusal = NOT_MIGRATED[await ask(readSchemaState(db))];
  if (refusal) throw new UnusableDatabase(refusal);
}

/** Deadlines are judged by this machine's clock and told by rows that other machines wrote. */
export async function requireSameTime(db: Database, clock: Clock): Promise<void> {
  const asked = clock.now().getTime();
  const [row] = await ask(
    db.execute<{ ms: string }>(sql`select extract(epoch from clock_timestamp()) * 1000 as ms`),
  );
  const skew = (asked + clock.now().getTime()) / 2 - Number(row?.ms);
  if (Math.abs(skew) <= SKEW_LIMIT_MS) return;
  const gap = `${Math.round(Math.abs(skew) / 60_000)} min`;
  throw new UnusableDatabase(
    `L’horloge de cette machine ${skew > 0 ? "avance" : "retarde"} de ${gap} sur celle de la base de données : réglez-les avant de démarrer.`,
  );
}
