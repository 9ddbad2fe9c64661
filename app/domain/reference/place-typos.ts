/** Letters present in a key, one bit each: two keys whose sets differ a lot cannot be two edits apart. */
export function letterMask(key: string): number {
  let mask = 0;
  for (let index = 0; index < key.length; index += 1) mask |= 1 << (key.charCodeAt(index) % 31);
  return mask;
}

/** Whether more than `most` bits are set. */
export function hasMoreBits(mask: number, most: number): boolean {
  let left = mask;
  for (let bit = 0; bit < most; bit += 1) left &= left - 1;
  return left !== 0;
}

/** A column of the table of distances is one word of bits. */
const LONGEST_IN_BITS = 31;
const ASCII = 128;

/**
 * Edits (insertion, removal, replacement, swap of neighbours) from one typed key to many others: their number, or
 * `max + 1` when they exceed `max`. With `prefix`, the target may go on: the distance is that of its nearest beginning.
 */
type EditsTo = (target: string, max: number, prefix?: boolean) => number;

export function editsFrom(typed: string): EditsTo {
  const letters = lettersOf(typed);
  return (target, max, prefix = false) => {
    const width = Math.min(target.length, typed.length + max);
    if (typed.length - width > max || (!prefix && target.length - typed.length > max)) return max + 1;
    const edits = letters
      ? editsByBits(letters, typed.length, target, width, max, prefix)
      : editsByTable(typed, target, width, prefix);
    return Math.min(edits, max + 1);
  };
}

/** By letter, where the key has it; null for a key that does not fit in a word. */
function lettersOf(typed: string): Int32Array | null {
  if (typed.length === 0 || typed.length > LONGEST_IN_BITS) return null;
  const letters = new Int32Array(ASCII);
  for (let at = 0; at < typed.length; at += 1) {
    const letter = typed.charCodeAt(at);
    if (letter >= ASCII) return null;
    letters[letter]! |= 1 << at;
  }
  return letters;
}

/**
 * The table of distances a column at a time, one bit a row telling where it climbs and where it descends: Hyyrö, "A
 * bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003). The last row of each column, which
 * is counted, is the distance to the beginning of the target that ends there.
 */
function editsByBits(
  letters: Int32Array,
  height: number,
  target: string,
  width: number,
  max: number,
  prefix: boolean,
): number {
  const last = 1 << (height - 1);
  let climbs = -1;
  let descends = 0;
  let diagonal = 0;
  let before = 0;
  let edits = height;
  let nearest = height;
  for (let column = 0; column < width; column += 1) {
    const letter = target.charCodeAt(column);
    const same = letter < ASCII ? letters[letter]! : 0;
    const swapped = ((~diagonal & same) << 1) & before;
    diagonal = ((((same & climbs) + climbs) | 0) ^ climbs) | same | descends | swapped;
    const right = descends | ~(diagonal | climbs);
    const left = diagonal & climbs;
    if ((right & last) !== 0) edits += 1;
    else if ((left & last) !== 0) edits -= 1;
    // Each column that is left takes back one edit at most.
    if (!prefix && edits - (width - column - 1) > max) return max + 1;
    if (edits < nearest) nearest = edits;
    const shifted = (right << 1) | 1;
    climbs = (left << 1) | ~(diagonal | shifted);
    descends = shifted & diagonal;
    before = same;
  }
  return prefix ? nearest : edits;
}

/** The table itself, for the few keys that are longer. */
function editsByTable(typed: string, target: string, width: number, prefix: boolean): number {
  let older: number[] = [];
  let before = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= width; column += 1) {
      const same = typed[row - 1] === target[column - 1];
      const swapped = typed[row - 1] === target[column - 2] && typed[row - 2] === target[column - 1];
      current[column] = Math.min(
        before[column]! + 1,
        current[column - 1]! + 1,
        before[column - 1]! + (same ? 0 : 1),
        swapped && row > 1 && column > 1 ? older[column - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [older, before] = [before, current];
  }
  return prefix ? Math.min(...before) : before[width]!;
}
