import { guessKey } from "#app/domain/activation/activation-code.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import type { LimitName } from "#app/infra/rate-limits.server.ts";
import { addressBlock } from "#app/kernel/network-address.ts";

/**
 * Judges a code once its guess has been counted, by network and by what it begins with; a right one is given back, so that a
 * class that activates its accounts in one room is never held back. Gives the seconds to wait when there is none left.
 */
export async function judgeCode<Outcome extends { ok: boolean }>(
  { rateLimits, links }: AppContext,
  { code, clientAddress }: { code: string; clientAddress: string },
  judge: () => Promise<Outcome>,
): Promise<Outcome | { waitSeconds: number }> {
  const counts: readonly (readonly [LimitName, string])[] = [
    ["activation-network", addressBlock(clientAddress, { bytes: 4, pairs: 4 })],
    ["activation-code", guessKey(links, code)],
  ];
  for (const [limit, key] of counts) {
    const waitSeconds = await rateLimits.consume(limit, key);
    if (waitSeconds !== null) return { waitSeconds };
  }
  const outcome = await judge();
  if (outcome.ok) for (const [limit, key] of counts) await rateLimits.giveBack(limit, key);
  return outcome;
}
