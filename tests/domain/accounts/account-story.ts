import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import type { Database } from "#db/client.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

export const PASSWORD = "un mot de passe assez long";

/** Someone with a password, who signs in as often as asked. */
export async function accountStory(db: Database, options: { totpSecret?: string } = {}) {
  const clock = fakeClock();
  const make = factories(db, clock);
  const person = await make.person({}, { password: PASSWORD, ...options });
  const email = person.email ?? "";
  const ctx = { db, clock };
  const open = async () => {
    const outcome = await signIn(ctx, { email, password: PASSWORD });
    if (!outcome.ok) throw new Error("Sign-in refused");
    return outcome.value;
  };
  return { clock, make, person, email, ctx, open };
}
