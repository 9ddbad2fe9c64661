/** How long a code can be typed, and how often. */
export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;
/** How long the letters stay open after the right code. */
export const ACCESS_MINUTES = 30;

const MINUTE_MS = 60_000;

/** The instant that falls whole minutes after another. */
export function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * MINUTE_MS);
}

/** Where codes go: the e-mail address, else the telephone. Told half hidden: the page may be read over a shoulder. */
export type CodeDestination = { by: "email" | "sms"; hint: string } | null;

export function codeDestination(contact: { email: string | null; phone: string | null }): CodeDestination {
  if (contact.email) return { by: "email", hint: hiddenAddress(contact.email) };
  return contact.phone ? { by: "sms", hint: hiddenNumber(contact.phone) } : null;
}

function hiddenAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${[...address][0] ?? ""}•••${address.slice(at)}`;
}

function hiddenNumber(phone: string): string {
  return `•• •• •• •• ${phone.replace(/\D/g, "").slice(-2)}`;
}
