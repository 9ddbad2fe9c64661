/** Letters present in a key, one bit each: two keys whose sets differ a lot cannot be two edits apart. */
export function letterMask(key: string): number {
  let mask = 0;
  for (let index = 0; index < key.length; index += 1) mask |= 1 << (key.charCodeAt(index) % 31);
  return mask;
}

export function bitCount(mask: number): number {
  let value = mask - ((mask >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return (((value + (value >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const WIDTH = 64;
const rows = [new Uint8Array(WIDTH), new Uint8Array(WIDTH), new Uint8Array(WIDTH)] as const;

/**
 * Edits between two keys (insertion, removal, replacement, swap of neighbours), or `max + 1` as soon as they exceed
 * `max`. With `prefix`, `target` may go on: the distance is that of its nearest beginning.
 */
export function editDistance(typed: string, target: string, max: number, prefix = false): number {
  const height = typed.length;
  const width = Math.min(target.length, height + max);
  if (height >= WIDTH || width >= WIDTH || height - width > max) return max + 1;
  if (!prefix && target.length - height > max) return max + 1;
  let [older, before, current] = rows as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let column = 0; column <= width; column += 1) before[column] = column;
  for (let row = 1; row <= height; row += 1) {
    current[0] = row;
    let best = row;
    const letter = typed.charCodeAt(row - 1);
    for (let column = 1; column <= width; column += 1) {
      const other = target.charCodeAt(column - 1);
      let cost = Math.min(
        at(before, column) + 1,
        at(current, column - 1) + 1,
        at(before, column - 1) + (letter === other ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        letter === target.charCodeAt(column - 2) &&
        typed.charCodeAt(row - 2) === other
      ) {
        cost = Math.min(cost, at(older, column - 2) + 1);
      }
      current[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > max) return max + 1;
    [older, before, current] = [before, current, older];
  }
  if (!prefix) return at(before, width);
  let nearest = max + 1;
  for (let column = 0; column <= width; column += 1) nearest = Math.min(nearest, at(before, column));
  return nearest;
}

function at(row: Uint8Array, column: number): number {
  return row[column] ?? 0;
}
