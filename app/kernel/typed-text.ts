import { z } from "zod";
import { cleanIdentifier, cleanLine, cleanText } from "./clean-text.ts";

type Wording = Parameters<typeof z.string>[0];

/** What every form makes its free texts of. */
export const typedText = (wording?: Wording) => z.string(wording).overwrite(cleanText).trim();
export const typedLine = (wording?: Wording) => z.string(wording).overwrite(cleanLine).trim();
export const typedIdentifier = (wording?: Wording) => z.string(wording).overwrite(cleanIdentifier);
export const typedEmail = (wording: string) =>
  typedIdentifier(wording).pipe(z.email(wording).max(254, wording));
