import { format } from "node:util";
import { afterEach, beforeEach, vi } from "vitest";
import { complaints, takeConsoleErrors } from "./console-errors.ts";

/** React, Node and our own code report mistakes on console.error: an unexpected one fails the test. */
beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, "error").mockImplementation((...parts: unknown[]) => {
    complaints.push(format(...parts));
  });
});

afterEach(() => {
  vi.mocked(console.error).mockRestore();
  const [first] = takeConsoleErrors();
  if (first !== undefined) throw new Error(`Unexpected console.error: ${first}`);
});
