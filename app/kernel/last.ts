/** The last item, or character; `at(-1)` for browsers that do not have it. */
export function last<Item>(items: ArrayLike<Item>): Item | undefined {
  return items[items.length - 1];
}
