import { ScriptFailure } from "../support/import-command.ts";

/** A number of offers as it is typed: 300k, 1m, 50000. */
export function sizeOf(text: string): number {
  const unit = { k: 1000, m: 1_000_000 }[text.slice(-1).toLowerCase()];
  const size = unit ? Number(text.slice(0, -1)) * unit : Number(text);
  if (Number.isInteger(size) && size >= 1000) return size;
  throw new ScriptFailure(`Taille inconnue : ${text} (300k, 1m, 50000…)`);
}
