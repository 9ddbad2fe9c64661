import { normaliseText } from "#app/kernel/text.ts";

/** The three questions that the letter helper asks, in the order in which a letter answers them. */
export const LETTER_PROMPTS = ["attraction", "background", "curiosity"] as const;
export type LetterPrompt = (typeof LETTER_PROMPTS)[number];

/** What the pupil answered, each in their own words; kept with the draft only. */
export type LetterNotes = Record<LetterPrompt, string>;

export const EMPTY_NOTES: LetterNotes = { attraction: "", background: "", curiosity: "" };
export const NOTE_MAX_LENGTH = 500;

const GREETING = "Bonjour,";

/** What makes a sentence of an answer that is none: "un exposé en SVT". */
const BEGINNINGS: LetterNotes = {
  attraction: "ce qui m’attire :",
  background: "ce que je connais déjà :",
  curiosity: "j’aimerais observer",
};

/**
 * The answers put together under what is already written, or under a greeting: nothing of it is lost, and an answer that it
 * holds is not told twice.
 */
export function composeLetter(notes: LetterNotes, written: string): string {
  const answers = LETTER_PROMPTS.map((prompt) => asSentence(prompt, notes[prompt])).filter(
    (answer) => answer !== "" && !written.includes(answer),
  );
  const before = written.trim() || (answers.length > 0 ? GREETING : "");
  return [before, ...answers].filter(Boolean).join("\n\n");
}

/** Words that begin a piece of a sentence: a noun with its article, or an infinitive. */
const ARTICLE = /^(?:un|une|des|le|la|les|du|de|mon|ma|mes|l['’]\p{L}+)$/iu;
const INFINITIVE = /^\p{L}+(?:er|ir|oir|re)$/iu;
/** Subjects: with one of them an answer is a sentence already. */
const SUBJECT =
  /(?:^|[^\p{L}])(?:je|tu|il|elle|on|nous|vous|ils|elles|ça|cela|est|sont|était|[jmc]['’]\p{L}+)(?![\p{L}])/iu;

/** A capital to begin with and a full stop to end, so that answers follow one another as a letter. */
function asSentence(prompt: LetterPrompt, answer: string): string {
  const text = completed(prompt, answer.trim());
  if (text === "") return "";
  const [first = "", ...rest] = text;
  const begun = first.toLocaleUpperCase("fr-FR") + rest.join("");
  return /[.!?…»")]$/.test(begun) ? begun : `${begun}.`;
}

function completed(prompt: LetterPrompt, answer: string): string {
  const [word = ""] = answer.split(/\s/);
  const infinitive = INFINITIVE.test(word);
  if (!infinitive && (!ARTICLE.test(word) || SUBJECT.test(answer))) return answer;
  const piece = word.toLocaleLowerCase("fr-FR") + answer.slice(word.length);
  return prompt === "curiosity" && infinitive ? `j’aimerais ${piece}` : `${BEGINNINGS[prompt]} ${piece}`;
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
