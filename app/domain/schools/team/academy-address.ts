/** Whether an address is one of the académie: the domain itself, nothing that only ends like it. */
export function isOfDomain(email: string, domain: string): boolean {
  const at = email.lastIndexOf("@");
  return at > 0 && email.slice(at + 1).toLowerCase() === domain.toLowerCase();
}
