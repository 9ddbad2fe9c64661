// Loaded before a program: its clock is eleven days ahead.
const now = Date.now;
const AHEAD_MS = 11 * 86_400_000;
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [now() + AHEAD_MS] : given));
  }
  static now() {
    return now() + AHEAD_MS;
  }
};
