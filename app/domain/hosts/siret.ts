/** La Poste's establishments keep its SIREN but not the Luhn sum: theirs adds up to a multiple of five. */
const LA_POSTE = "356000000";

/** Fourteen digits whose Luhn sum is a multiple of ten (INSEE), spaces allowed. */
export function isSiret(value: string): boolean {
  const siret = compactSiret(value);
  if (!/^\d{14}$/.test(siret)) return false;
  const digits = [...siret].map(Number);
  if (siret.startsWith(LA_POSTE) && digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0) return true;
  return luhnSum(digits) % 10 === 0;
}

export function compactSiret(value: string): string {
  return value.replace(/[\s.\u00a0\u202f]/g, "");
}

/** "12345678901234" → "123 456 789 01234" */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1 $2 $3 $4");
}

/** A SIRET of the demonstration, which no real organisation bears: "00000", a number, and its Luhn key. */
export function demonstrationSiret(number: number): string {
  const body = `00000${String(number).padStart(8, "0")}`;
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
