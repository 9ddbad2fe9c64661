import { normaliseText } from "#app/kernel/text.ts";

export interface Point {
  latitude: number;
  longitude: number;
}
export interface NamedPoint extends Point {
  name: string;
  weight: number;
}

/** Centres of the twenty arrondissements of Paris, which GeoNames' file leaves out: placed by hand, to about 100 m. */
export const PARIS_POINTS: Point[] = (
  [
    [48.863, 2.336],
    [48.868, 2.343],
    [48.863, 2.36],
    [48.854, 2.358],
    [48.844, 2.351],
    [48.849, 2.333],
    [48.856, 2.312],
    [48.873, 2.313],
    [48.877, 2.337],
    [48.876, 2.361],
    [48.859, 2.38],
    [48.841, 2.388],
    [48.828, 2.362],
    [48.829, 2.327],
    [48.84, 2.293],
    [48.86, 2.262],
    [48.887, 2.307],
    [48.893, 2.348],
    [48.887, 2.385],
    [48.863, 2.401],
  ] as const
).map(([latitude, longitude]) => ({ latitude, longitude }));

/** Main villages of the islands that neither file places, to 0.01 degree: told as approximate. */
export const ISLAND_POINTS: Record<string, Point> = Object.fromEntries(
  (
    [
      ["97801", 18.07, -63.08],
      ["97701", 17.9, -62.85],
      ["85113", 46.73, -2.35],
      ["22016", 48.85, -3.0],
      ["98729", -17.53, -149.83],
      ["98747", -17.75, -149.28],
      ["98734", -17.75, -149.5],
      ["98752", -17.77, -149.42],
      ["98714", -16.5, -151.74],
      ["98722", -17.6, -149.3],
      ["98748", -17.79, -149.29],
      ["98724", -16.71, -151.04],
      ["98745", -16.62, -151.5],
      ["98740", -14.95, -147.7],
      ["98731", -8.91, -140.1],
      ["98723", -9.8, -139.04],
      ["98753", -23.35, -149.48],
      ["98757", -9.36, -140.05],
      ["98744", -22.45, -151.34],
      ["98832", -22.16, 166.94],
    ] as const
  ).map(([code, latitude, longitude]) => [code, { latitude, longitude }]),
);

/** Comparable commune name: "St" and "Saint" are one, the article is kept. */
export function nameVariant(name: string): string {
  return normaliseText(name)
    .replace(/\bst\b/g, "saint")
    .replace(/\bste\b/g, "sainte");
}
