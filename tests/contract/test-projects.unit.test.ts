import { expect, it } from "vitest";
import { createTestDatabase } from "#tests/support/database.ts";

it("refuses the database to a test of the project `unit`, and says what to do", async () => {
  await expect(createTestDatabase()).rejects.toThrow("take `.unit` out of its name");
});
