import { withoutUnseen } from "#app/kernel/clean-text.ts";
import { CONTACT_SIGNS, type ContactSign } from "./hold.ts";

export interface ContactFinding {
  sign: ContactSign;
  /** The passage that raised it, as it is read without case and accents. */
  words: string;
}

/** Letters, digits and punctuation as they sound: no case, no accent, wide and mathematical letters as plain ones. */
function readable(text: string): string {
  return withoutUnseen(text)
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, " ");
}

const DOMAINS = "fr|com|org|net|eu|io|app|info|biz|bzh|be|ch|re|site|online|link|page|shop|dev";
const DOT = String.raw`(?:\.|\s+\.\s*|\s*[([]\s*(?:point|dot)\s*[)\]]\s*)`;
const LINK = new RegExp(
  [
    String.raw`\b(?:https?|hxxps?)\s*:`,
    String.raw`\bwww\s*\.`,
    String.raw`\b(?:bit\.ly|linktr\.ee|wa\.me|t\.me|discord\.gg|youtu\.be|goo\.gl|tinyurl\.com)\b`,
    String.raw`[a-z0-9-]{2,63}${DOT}(?:${DOMAINS})\b`,
    // "notre point com" is a meeting, "menuiserie point fr" an address.
    String.raw`\b(?!(?:au|un|le|du|ce|mon|notre|votre|leur|son|chaque|petit|dernier|premier)\b)[a-z0-9-]{3,63} (?:point|dot) (?:fr|com|org|net)\b`,
  ].join("|"),
);

const AT = String.raw`(?:@|[([]\s*(?:at|a|arobase)\s*[)\]]|\bar+obas?e?\b)`;
const EMAIL = new RegExp(String.raw`[a-z0-9._-]{1,64}\s{0,3}${AT}\s{0,3}[a-z0-9-]{1,63}`);
/** "@atelier" alone is a name on a network. */
const HANDLE = /(?:^|[^a-z0-9])@\s?[a-z][\w.]{2,}/;

const UP_TO_SIXTEEN =
  "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(" ");
const TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"];
const NUMBERS = new Map([
  ...UP_TO_SIXTEEN.map((word, number) => [word, String(number)] as const),
  ...TENS.map((word, place) => [word, String(20 + 10 * place)] as const),
]);
const ANY_NUMBER = `(?:${[...NUMBERS.keys()].join("|")})`;
const NUMBER_WORD = new RegExp(String.raw`\b${ANY_NUMBER}\b`, "g");

/** Up to four marks between two digits: "06 . 12", "06-12", "06/12", "(0)6 * 12". */
const GAP = String.raw`[\s._\-–—/\\()*+·•,;:|']{0,4}`;
const NINE = `(?:${GAP}\\d){8}`;
const PHONE = new RegExp(
  [
    String.raw`(?<!\d${GAP})(?:(?:\+|00)${GAP}33${GAP}(?:0${GAP})?|0${GAP})[1-9]${NINE}(?!${GAP}\d)`,
    String.raw`\+${GAP}(?!33)\d(?:${GAP}\d){7,13}(?!\d)`,
    // Whatever follows in words: "zero six douze, trente-quatre".
    String.raw`\bzero${GAP}(?:six|sept)\b|\b0[67]${GAP}${ANY_NUMBER}\b`,
  ].join("|"),
);

/** One name, its letters apart or replaced by what looks like them: "sn@p", "i n s t a", "w.h.a.t.s.a.p.p". */
function spelled(name: string): string {
  const looks: Record<string, string> = {
    a: "[a4@]",
    e: "[e3]",
    i: "[i1!|l]",
    o: "[o0]",
    s: "[s5$]",
    t: "[t7+]",
  };
  return [...name].map((letter) => looks[letter] ?? letter).join(String.raw`[\s._*-]{0,2}`);
}
const MESSENGERS = [
  ...["whatsapp", "watsapp", "whatsap", "watsap", "wathsapp", "snapchat", "snap", "instagram", "insta"],
  ...["telegram", "discord", "tiktok", "messenger", "facebook", "viber", "wechat", "skype", "kik"],
];
const MESSENGER = new RegExp(
  String.raw`(?<![a-z0-9])(?:(?:${MESSENGERS.map(spelled).join("|")})(?![a-z])|(?:ig|fb|wsp)\s*:)`,
);

/** "o6" for "06", then numbers in words as digits: what a reader would dial. */
function dialled(text: string): string {
  return text
    .replace(/(?<![a-z0-9])o(?=[\s.]{0,2}[1-9](?![a-z]))/g, "0")
    .replace(NUMBER_WORD, (word) => NUMBERS.get(word) ?? word);
}

/** The first passage of each kind in one text. It misses what a person would guess: moderation reads what is reported too. */
export function findContactSigns(text: string): ContactFinding[] {
  const read = readable(text);
  const found: Record<ContactSign, string | undefined> = {
    link: LINK.exec(withoutEmails(read))?.[0],
    email: EMAIL.exec(read)?.[0],
    phone: (PHONE.exec(read) ?? PHONE.exec(dialled(read)))?.[0],
    messenger: MESSENGER.exec(read)?.[0] ?? HANDLE.exec(read)?.[0],
  };
  return CONTACT_SIGNS.flatMap((sign) => {
    const words = found[sign]?.trim();
    return words ? [{ sign, words: words.slice(0, 80) }] : [];
  });
}

/** The domain of an address is no link of its own. */
function withoutEmails(text: string): string {
  return text.replace(new RegExp(`${EMAIL.source}(?:${DOT}[a-z0-9-]+)*`, "g"), " ");
}
