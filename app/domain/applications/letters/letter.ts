import { normaliseText } from "#app/kernel/text.ts";

/** The three questions that the letter helper asks, in the order in which a letter answers them. */
export const LETTER_PROMPTS = ["attraction", "background", "curiosity"] as const;
export type LetterPrompt = (typeof LETTER_PROMPTS)[number];

/** What the pupil answered, each in their own words; kept with the draft only. */
export type LetterNotes = Record<LetterPrompt, string>;

export const EMPTY_NOTES: LetterNotes = { attraction: "", background: "", curiosity: "" };
export const NOTE_MAX_LENGTH = 500;

/**
 * The answers put together under what is already written: nothing of it is lost, and an answer that it holds is not told
 * twice.
 */
export function composeLetter(notes: LetterNotes, written: string): string {
  const answers = LETTER_PROMPTS.map((prompt) => asSentence(notes[prompt])).filter(
    (answer) => answer !== "" && !written.includes(answer),
  );
  return [written.trim(), ...answers].filter(Boolean).join("\n\n");
}

/** A capital to begin with and a full stop to end, so that answers follow one another as a letter. */
function asSentence(answer: string): string {
  const text = answer.trim();
  if (text === "") return "";
  const [first = "", ...rest] = text;
  const begun = first.toLocaleUpperCase("fr-FR") + rest.join("");
  return /[.!?…»")]$/.test(begun) ? begun : `${begun}.`;
}

/** Shorter names would be found by chance in any letter. */
const SHORTEST_NAME = 3;

/** The names of other hosts that a letter still bears: it was written for them. */
export function hostsNamedIn(letter: string, otherHosts: readonly string[]): string[] {
  const words = ` ${normaliseText(letter)} `;
  return otherHosts.filter((name) => {
    const searched = normaliseText(name);
    return searched.length >= SHORTEST_NAME && words.includes(` ${searched} `);
  });
}
