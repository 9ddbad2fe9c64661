import { addressBlock } from "#app/kernel/network-address.ts";
import type { LimitName, RateLimits } from "#app/infra/rate-limits.server.ts";

interface Guess {
  account: string;
  clientAddress: string;
  /** The browser has signed in to this account before. */
  known: boolean;
}

/**
 * One more sign-in, right or wrong; the seconds to wait when there were too many. A browser that has signed in to the account
 * before is counted by itself: whoever shares its network, or tries the same account elsewhere, does not stop it.
 */
export async function countSignIn(
  rateLimits: RateLimits,
  { account, clientAddress, known }: Guess,
): Promise<number | null> {
  if (known) return rateLimits.consume("sign-in-known", account);
  return (
    (await rateLimits.consume("sign-in-address", clientAddress)) ??
    (await rateLimits.consume("sign-in-account", account))
  );
}

/**
 * Judges a password once its guess has been counted, so that guesses made at the same instant are not judged beyond the limit;
 * a right one is given back. Gives the seconds to wait when there is none left. The passwords of one account are judged in
 * turn: a whole class that signs in at once with one account would else be counted as guesses before it is known to be right.
 * The browsers that the account knows have a turn of their own.
 */
export function judgePassword<Outcome extends { ok: boolean }>(
  rateLimits: RateLimits,
  guess: Guess,
  judge: () => Promise<Outcome>,
): Promise<Outcome | { waitSeconds: number }> {
  return inTurn(`${guess.known} ${guess.account}`, async () => {
    const counts = countsOf(guess);
    for (const [limit, key] of counts) {
      const waitSeconds = await rateLimits.consume(limit, key);
      if (waitSeconds !== null) return { waitSeconds };
    }
    const outcome = await judge();
    if (outcome.ok) await giveBack(rateLimits, counts);
    return outcome;
  });
}

type Count = readonly [LimitName, string];

/** A known browser has a count of its own; elsewhere each network has one, under a ceiling for all of them. */
function countsOf({ account, clientAddress, known }: Guess): Count[] {
  if (known) return [["wrong-password-known", account]];
  const network = addressBlock(clientAddress, { bytes: 4, pairs: 4 });
  return [
    ["wrong-password", `${account} ${network}`],
    ["wrong-password-anywhere", account],
  ];
}

/** What was wrong before is forgotten where the right password was given; the ceiling only loses this one. */
async function giveBack(rateLimits: RateLimits, counts: readonly Count[]): Promise<void> {
  for (const [limit, key] of counts)
    if (limit === "wrong-password-anywhere") await rateLimits.giveBack(limit, key);
    else await rateLimits.forget(limit, key);
}

const turns = new Map<string, Promise<unknown>>();

function inTurn<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
  const turn = (turns.get(key) ?? Promise.resolve()).then(work);
  const ended = turn.then(
    () => undefined,
    () => undefined,
  );
  turns.set(key, ended);
  void ended.then(() => {
    if (turns.get(key) === ended) turns.delete(key);
  });
  return turn;
}
