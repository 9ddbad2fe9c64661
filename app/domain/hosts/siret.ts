import { cleanIdentifier } from "#app/kernel/clean-text.ts";

/** La Poste's establishments keep its SIREN but not the Luhn sum: theirs adds up to a multiple of five. */
const LA_POSTE = "356000000";
const DEMONSTRATION = "00000";
const SIREN_LENGTH = 9;
/** Stands for zero: fourteen zeros are nobody's. */
const LAST_NUMBER = 99_999_999;

/**
 * Fourteen digits whose Luhn sum is a multiple of ten, as is that of the SIREN which they begin with (INSEE); spaces
 * allowed. The demonstration's own begin with five zeros, and no SIREN.
 */
export function isSiret(value: string): boolean {
  const siret = compactSiret(value);
  if (!/^\d{14}$/.test(siret) || /^0+$/.test(siret)) return false;
  const digits = [...siret].map(Number);
  if (siret.startsWith(LA_POSTE) && digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0) return true;
  const isSiren = siret.startsWith(DEMONSTRATION) || luhnSum(digits.slice(0, SIREN_LENGTH)) % 10 === 0;
  return isSiren && luhnSum(digits) % 10 === 0;
}

export function compactSiret(value: string): string {
  return cleanIdentifier(value).replace(/[.-]/g, "");
}

/** "12345678901234" → "123 456 789 01234" */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1 $2 $3 $4");
}

/** A SIRET of the demonstration, which no real organisation bears: "00000", a number, and its Luhn key. */
export function demonstrationSiret(number: number): string {
  const body = `${DEMONSTRATION}${String(number || LAST_NUMBER).padStart(8, "0")}`;
  const key = (10 - (luhnSum([...body, "0"].map(Number)) % 10)) % 10;
  return body + String(key);
}

function luhnSum(digits: number[]): number {
  return digits.reduceRight((sum, digit, index) => {
    const fromRight = digits.length - 1 - index;
    const doubled = fromRight % 2 === 1 ? digit * 2 : digit;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
}
