import { z } from "zod";
import { typedText } from "#app/kernel/typed-text.ts";
import { normaliseText } from "#app/kernel/text.ts";

const MAX_SYNONYMS = 20;
const MAX_LENGTH = 60;

/** A group as it is typed: one word or expression a line, or between commas. */
export const synonymsSchema = z.object({
  /** When the group was last written, as it was shown. */
  version: z.iso.datetime().pipe(z.coerce.date()).optional().catch(undefined),
  words: typedText({ error: "Écrivez au moins deux mots ou expressions." })
    .max(2000, "Ce texte est trop long : 20 mots au plus, de 60 caractères chacun.")
    .transform(splitWords)
    .superRefine((words, context) => {
      const tell = (message: string) => context.addIssue({ code: "custom", message });
      const long = words.find((word) => word.length > MAX_LENGTH);
      const unreadable = words.find((word) => normaliseText(word) === "");
      if (long) tell(`« ${long.slice(0, 20)}… » est trop long : ${MAX_LENGTH} caractères au plus par mot.`);
      if (unreadable) tell(`« ${unreadable.slice(0, 20)} » ne contient ni lettre ni chiffre.`);
      if (words.length < 2)
        tell("Écrivez au moins deux mots différents : un par ligne, ou entre des virgules.");
      if (words.length > MAX_SYNONYMS)
        tell(`Un groupe compte ${MAX_SYNONYMS} mots au plus : il y en a ${words.length}. Faites-en deux.`);
    }),
});

/** Each word once, whatever its accents and case. */
function splitWords(text: string): string[] {
  const words = text
    .split(/[\n,;]/)
    .map((word) => word.trim().replace(/\s+/g, " "))
    .filter(Boolean);
  const plain = words.map(normaliseText);
  return words.filter((_, index) => plain.indexOf(plain[index] ?? "") === index);
}
