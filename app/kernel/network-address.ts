/** The block of network addresses that one lies in, as its first bytes (IPv4) or pairs of bytes (IPv6). */
export function addressBlock(address: string, kept: { bytes: number; pairs: number }): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!plain.includes(":")) return plain.split(".").slice(0, kept.bytes).join(".");
  const [head = "", tail] = plain.split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const pairs = [...before, ...Array<string>(gap).fill("0"), ...after];
  return pairs
    .slice(0, kept.pairs)
    .map((pair) => pair.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":");
}
