/** What phones of 2021 do not have, and an engine that writes dates in its own order and words. */
export const OF_2021 = () => {
  for (const name of ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"])
    Reflect.deleteProperty(Array.prototype, name);
  Reflect.deleteProperty(String.prototype, "at");
  Reflect.deleteProperty(Object, "hasOwn");
  Reflect.deleteProperty(Object, "groupBy");
  Reflect.deleteProperty(URL, "canParse");
  Reflect.deleteProperty(URLSearchParams.prototype, "size");
  Reflect.deleteProperty(window, "structuredClone");
  Reflect.deleteProperty(HTMLDialogElement.prototype, "showModal");
  Object.defineProperty(Intl.DateTimeFormat.prototype, "format", { get: () => () => "11/30/2026" });
  Number.prototype.toLocaleString = () => "douze";
};
