import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as commonWords } from "@zxcvbn-ts/language-common";
import { dictionary as frenchWords } from "@zxcvbn-ts/language-fr";
import type { WeakPassword } from "./account.failures.ts";

export const SHORTEST_PASSWORD = 10;
/** Longer ones are as strong as their beginning: the time to judge one grows with its length. */
const JUDGED_LENGTH = 72;
/** Of 4: "safely unguessable", ten to the eighth guesses at least. */
const STRONG_ENOUGH = 3;

let judge: ZxcvbnFactory | undefined;

/** The lists hold the passwords found most often in published breaches, and French words and names. */
function judgeOfPasswords(): ZxcvbnFactory {
  judge ??= new ZxcvbnFactory({
    dictionary: Object.assign({}, commonWords, frenchWords),
    graphs: adjacencyGraphs,
  });
  return judge;
}

/** Why a password is refused, or null for one that is hard to guess, by someone who knows its owner's name and address too. */
export function weaknessOf(password: string, about: readonly string[]): WeakPassword | null {
  if ([...password].length < SHORTEST_PASSWORD) return "short";
  const known = about.flatMap((text) => wordsOf(text)).filter((word) => word.length > 2);
  const rest = known.reduce((left, word) => left.replaceAll(word, ""), password.toLowerCase());
  if (rest.length < password.length && rest.length < SHORTEST_PASSWORD) return "personal";
  const { score, sequence } = judgeOfPasswords().check(password.slice(0, JUDGED_LENGTH), known);
  if (score >= STRONG_ENOUGH) return null;
  return sequence.some((part) => "dictionaryName" in part && part.dictionaryName === "passwords-common")
    ? "common"
    : "guessable";
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\d]+/u);
}
