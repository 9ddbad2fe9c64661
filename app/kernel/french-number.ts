/** French groups thousands with this space, narrow and never broken. */
const THOUSANDS = "\u202f";

/**
 * "12 345", or "3,2" with `digits` after the comma. Written here rather than by the engine's locale data: server and browser
 * must write the same characters, or the page is drawn again.
 */
export function frenchNumber(value: number, digits = 0): string {
  const [whole = "0", decimals] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, THOUSANDS);
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? "-" : "";
  return sign + grouped + (decimals === undefined ? "" : `,${decimals}`);
}
