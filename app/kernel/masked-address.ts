import { last } from "#app/kernel/last.ts";
/** "h…n@example.org": enough to recognise an address that one knows, too little to write to it. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  if (at < 1) return masked(address);
  return `${masked(address.slice(0, at))}${address.slice(at)}`;
}

function masked(text: string): string {
  const letters = [...text];
  return letters.length < 3 ? "…" : `${letters[0] ?? ""}…${last(letters) ?? ""}`;
}

/** A provider's words about a message may quote its address. */
export function withMaskedAddresses(text: string): string {
  return text.replace(/[^\s<>"'`(),;:]+@[^\s<>"'`(),;:]+/g, maskedAddress);
}
