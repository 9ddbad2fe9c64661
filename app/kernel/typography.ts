const NO_BREAK = "\u00a0";

const UNIT = "km|min|h|%|€";
const MONTH =
  "janv(?:ier)?|févr(?:ier)?|mars|avril|mai|juin|juil(?:let)?|août|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|déc(?:embre)?";

/** Spaces at which no line breaks. No lookbehind: browsers of a few years ago would refuse the whole script. */
const RULES: readonly [space: RegExp, replacement: string][] = [
  // A line begins neither with a sign of two parts nor with a dash.
  [/ (?=[:;?!»–])/g, NO_BREAK],
  [/« /g, `«${NO_BREAK}`],
  // A number stays with its unit or its month, hours with their minutes.
  [new RegExp(`(\\d(?:er)?) (?=(?:${UNIT}|${MONTH})(?!\\p{L}))`, "gu"), `$1${NO_BREAK}`],
  [/(\d\u00a0h) (?=\d\d(?!\d))/g, `$1${NO_BREAK}`],
  // A postcode with its town; "L. 4153-1".
  [/(\d{5}) (?=\p{Lu})/gu, `$1${NO_BREAK}`],
  [/\b([DLR]\.) (?=\d)/g, `$1${NO_BREAK}`],
];

/** A French text whose lines break where they may. */
export function typeset(text: string): string {
  return RULES.reduce((set, [space, replacement]) => set.replace(space, replacement), text);
}

/** The same for what may also be an element, which is left as it is. */
export function typesetNode<Node>(node: Node): Node | string {
  return typeof node === "string" ? typeset(node) : node;
}

/** The same for the words of a page in HTML: neither its tags nor its head are text. */
export function typesetHtml(html: string): string {
  const body = Math.max(0, html.indexOf("<body"));
  return html.slice(0, body) + html.slice(body).replace(/>[^<]+/g, typeset);
}
