import outlines from "./map-outlines.json";

type Ring = [latitude: number, longitude: number][];

/** France with its overseas départements, and the land around them, as rings of points. */
export const OUTLINES: { france: Ring[]; neighbours: Ring[] } = {
  france: outlines.france.map(ringOf),
  neighbours: outlines.neighbours.map(ringOf),
};

/** Written as whole thousandths of a degree, east then north, each point from the one before. */
function ringOf(steps: readonly number[]): Ring {
  const ring: Ring = [];
  let [east, north] = [0, 0];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    east += steps[at] ?? 0;
    north += steps[at + 1] ?? 0;
    ring.push([north / 1000, east / 1000]);
  }
  return ring;
}
