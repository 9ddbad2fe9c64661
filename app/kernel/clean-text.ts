/**
 * What shows nothing and changes how the rest is read: controls (line breaks and tabs apart), direction overrides and
 * marks, zero-width spaces, soft hyphens, byte order marks, tags. The joiners that pictograms and some scripts need stay.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const JOINERS = /[\u034f\u200c\u200d\ufe00-\ufe0f]/g;

/** The text as it is seen. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, "");
}

/** A text of several lines as it is kept: letters composed, and nothing that is not seen. */
export function cleanText(typed: string): string {
  return typed
    .replace(/[\u2028\u2029\u0085]|\r\n?/g, "\n")
    .replace(UNSEEN, "")
    .replace(LONE_SURROGATE, "")
    .normalize("NFC");
}

/** The same on one line: a name, a title, the subject of an e-mail. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replace(/[\n\t]+/g, " ");
}

/** An e-mail address, a number, a code: no space of any width, and full-width digits as the others. */
export function cleanIdentifier(typed: string): string {
  return cleanText(typed).normalize("NFKC").replace(JOINERS, "").replace(/\s/g, "");
}
