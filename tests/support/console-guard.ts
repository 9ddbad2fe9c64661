import { format } from "node:util";
import { afterEach, beforeEach, vi } from "vitest";

/** React, Node and our own code report mistakes on console.error: an unexpected one fails the test. */
const complaints: string[] = [];

beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, "error").mockImplementation((...parts: unknown[]) => {
    complaints.push(format(...parts));
  });
});

afterEach(() => {
  vi.mocked(console.error).mockRestore();
  const [first] = complaints.splice(0);
  if (first !== undefined) throw new Error(`Unexpected console.error: ${first}`);
});

/** For a test that provokes an error on purpose: what was reported so far, taken off the list. */
export function takeConsoleErrors(): string[] {
  return complaints.splice(0);
}
