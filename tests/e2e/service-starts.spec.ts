import { expect, test } from "./test.ts";

test("the demonstration answers once it says that it is ready", async ({ page, request }) => {
  expect((await request.get("/readyz")).status()).toBe(200);

  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});
