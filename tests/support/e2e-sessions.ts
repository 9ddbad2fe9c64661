import { request, type APIRequestContext, type BrowserContextOptions } from "@playwright/test";
import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
} from "#app/domain/accounts/demonstration-accounts.ts";
import { paths } from "#app/paths.ts";

export type Session = Exclude<BrowserContextOptions["storageState"], string | undefined>;

async function post(
  service: APIRequestContext,
  origin: string,
  path: string,
  form: Record<string, string>,
): Promise<string> {
  const answer = await service.post(path, { form, headers: { Origin: origin }, maxRedirects: 0 });
  if (answer.status() !== 303)
    throw new Error(`${path} answered ${answer.status()} to ${form.email ?? "a code"}.`);
  return answer.headers().location ?? "";
}

/** What the browser of each account of the demonstration holds once signed in: the forms are sent once for all tests. */
export async function signEveryoneIn(origin: string): Promise<Record<string, Session>> {
  const sessions: Record<string, Session> = {};
  for (const { email, secondFactor } of DEMONSTRATION_ACCOUNTS) {
    const service = await request.newContext({ baseURL: origin });
    await post(service, origin, paths.signIn(), { email, password: DEMONSTRATION_PASSWORD });
    if (secondFactor) {
      const page = await (await service.get(paths.secondFactor())).text();
      const code = /<code>(\d{6})<\/code>/.exec(page)?.[1] ?? "";
      await post(service, origin, paths.secondFactor(), { code });
    }
    sessions[email] = await service.storageState();
    await service.dispose();
  }
  return sessions;
}
