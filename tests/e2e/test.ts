import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/** A test that closes the browsers of all the people it opened: pages left open would go on drawing beside those of the next. */
export const test = base.extend<{ closing: void }>({
  closing: [
    async ({ browser }, use) => {
      await use();
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});
