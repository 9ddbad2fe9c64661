import { expect, it } from "vitest";
import { createLogger } from "#app/infra/logger.server.ts";
import { sql } from "drizzle-orm";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();

function logged(bindings: object): string {
  const lines: string[] = [];
  createLogger("info", { write: (line) => lines.push(line) }).error(bindings, "A request failed");
  return lines.join("");
}

it("tells what failed and where, never the data that a failed query was given", async () => {
  const query = sql`select ${"ines.martin@example.org"}::text, ${"Ma motivation"}::uuid`;
  const error: unknown = await database.db.execute(query).then(
    () => null,
    (failure: unknown) => failure,
  );
  const line = logged({ err: error });
  expect(line).toContain("PostgresError 22P02");
  expect(line).toContain("logger.test.ts");
  expect(line).not.toContain("ines.martin");
  expect(line).not.toContain("motivation");
});

it("drops what names a person, should it ever be handed over", () => {
  expect(logged({ email: "ines@example.org", mail: { recipient: "ines@example.org" } })).not.toContain(
    "ines",
  );
});
