import {
  expect,
  type APIRequestContext,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";
import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
} from "#app/domain/accounts/demonstration-accounts.ts";
import type { Session } from "#tests/support/e2e-sessions.ts";

export const PERSONAS = {
  ines: "ines.martin@example.org",
  karim: "karim.benali@example.org",
  lea: "lea.rousseau@example.org",
  claire: "claire.petit@example.org",
  marc: "marc.durand@example.org",
  sophie: "sophie.bernard@example.org",
  nadia: "nadia.leroy@example.org",
  paul: "paul.moreau@example.org",
  alice: "alice.garnier@example.org",
  admin: "admin@example.org",
} as const;

export type Persona = keyof typeof PERSONAS;

/** The cookies of those signed in once for all tests; see `tests/support/e2e-sessions.ts`. */
const sessions = JSON.parse(process.env.E2E_SESSIONS ?? "{}") as Record<string, Session>;

/** A browser of one's own for each person, signed in already: phones, without JavaScript, dark, as `options` say. */
export async function open(
  browser: Browser,
  persona: Persona | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const baseURL = process.env.E2E_BASE_URL ?? "";
  const session = persona ? sessions[PERSONAS[persona]] : undefined;
  const context = await browser.newContext({
    baseURL,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    ...(session ? { storageState: session } : {}),
    ...options,
  });
  return context.newPage();
}

/** Like `open`, for a story that begins with the form of the sign-in page. */
export async function openAndSignIn(
  browser: Browser,
  persona: Persona,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await open(browser, null, options);
  await signIn(page, persona);
  return page;
}

async function signIn(page: Page, persona: Persona): Promise<void> {
  await page.goto("/connexion");
  const code = await page.locator(".demonstration-panel code").nth(1).textContent();
  await page.getByLabel("Adresse électronique").fill(PERSONAS[persona]);
  await page.getByLabel("Mot de passe").fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  const account = DEMONSTRATION_ACCOUNTS.find(({ email }) => email === PERSONAS[persona]);
  if (account?.secondFactor) {
    await page.getByLabel("Code de vérification").fill(code ?? "");
    await page.getByRole("button", { name: "Vérifier" }).click();
  }
  await expect(page).not.toHaveURL(/connexion/);
}

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** The mails that an address has received, newest first. */
export async function mailsTo(request: APIRequestContext, address: string): Promise<Mail[]> {
  const answer = await request.get(`/dev/boite-mail?a=${encodeURIComponent(address)}`, {
    headers: { Accept: "application/json" },
  });
  return ((await answer.json()) as { mails: Mail[] }).mails;
}

/** Waits until the worker has delivered a mail whose subject reads so. */
export async function expectMail(
  request: APIRequestContext,
  address: string,
  subject: RegExp,
): Promise<void> {
  await expect
    .poll(async () => (await mailsTo(request, address)).map((mail) => mail.subject), { timeout: 20_000 })
    .toContainEqual(expect.stringMatching(subject));
}
