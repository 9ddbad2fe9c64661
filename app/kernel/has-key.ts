/** Whether a word from outside is one of the keys of a table of ours; `Object.hasOwn` for browsers that do not have it. */
export function hasKey<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.prototype.hasOwnProperty.call(table, key);
}
