import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";

/** OWASP 2024 profile for Argon2id: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Computed off the event loop, and never on every core at once: pages are served meanwhile. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

const waiting: (() => void)[] = [];
let underWay = 0;

async function inLane<Value>(work: () => Promise<Value>): Promise<Value> {
  if (underWay >= AT_ONCE) await new Promise<void>((go) => void waiting.push(go));
  else underWay += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // Whoever comes next takes the lane that is left.
    if (next) next();
    else underWay -= 1;
  }
}

/** Hash that no password opens: verifying against it costs the same as against a real one. */
const NOBODY = hash("no account has this password", OPTIONS);

export function hashPassword(password: string): Promise<string> {
  return inLane(() => hash(password, OPTIONS));
}

/** Compares in the same time whether the account exists (`passwordHash` given) or not. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const compared = passwordHash ?? (await NOBODY);
  const matches = await inLane(() => verify(compared, password));
  return matches && passwordHash !== null;
}
