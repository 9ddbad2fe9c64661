import { writeLines } from "#scripts/match/write.ts";
import { CONTRACT_CODES } from "#app/domain/matching/market.ts";
import type { SyntheticMarket } from "./matching-market.ts";

/** A synthetic market as the files that `npm run match` reads. */
export function writeMarketFiles(market: SyntheticMarket, path: (name: string) => string): void {
  writeLines(path("pupils.csv"), pupilLines(market));
  writeLines(path("offers.csv"), offerLines(market));
  writeLines(path("preferences.csv"), preferenceLines(market));
}

function* pupilLines({ pupils, tagNames }: SyntheticMarket): Generator<string> {
  yield "id,lat,lon,classes,max_km";
  for (let pupil = 0; pupil < pupils.count; pupil++) {
    const tags = [...pupils.tags.subarray(pupils.tagStart[pupil], pupils.tagStart[pupil + 1])];
    const place = `${pupils.latitude[pupil]!.toFixed(5)},${pupils.longitude[pupil]!.toFixed(5)}`;
    yield `p${pupil},${place},${tags.map((tag) => tagNames[tag]).join(" ")},${pupils.maxKm[pupil]}`;
  }
}

function* offerLines({ offers }: SyntheticMarket): Generator<string> {
  yield "id,lat,lon,sector,seats_1,seats_2,reserved";
  for (let offer = 0; offer < offers.count; offer++) {
    const place = `${offers.latitude[offer]!.toFixed(5)},${offers.longitude[offer]!.toFixed(5)}`;
    yield `o${offer},${place},s${offers.sector[offer]},${offers.seats1[offer]},${offers.seats2[offer]},`;
  }
}

function* preferenceLines({ pupils, lists }: SyntheticMarket): Generator<string> {
  yield "pupil,rank,offer,contract";
  for (let segment = 0; segment < 3 * pupils.count; segment++)
    for (let line = lists.start[segment]!; line < lists.start[segment + 1]!; line++)
      yield `p${Math.floor(segment / 3)},${lists.rank[line]},o${lists.offer[line]},${CONTRACT_CODES[segment % 3]}`;
}
