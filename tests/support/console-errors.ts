/** What was reported on console.error and not taken off: kept apart from the guard, which each test file loads anew. */
export const complaints: string[] = [];

/** For a test that provokes an error on purpose: what was reported so far, taken off the list. */
export function takeConsoleErrors(): string[] {
  return complaints.splice(0);
}
