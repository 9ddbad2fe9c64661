import { openDatabase } from "#db/client.ts";
import { listenTo, type Listener } from "#db/listener.ts";
import { listLocatedSchools, listSchoolPostcodes } from "./school-places.queries.server.ts";
import type { LivePlaceIndex } from "./place.ts";

/** An import of schools tells this channel once it is committed. */
export const SCHOOLS_CHANNEL = "schools";

/** Gives the index of places its lycées and the postcodes of all schools, in the background, and again after each import of schools. */
export function followSchools({
  url,
  places,
  onError,
}: {
  url: string;
  places: LivePlaceIndex;
  onError(error: unknown): void;
}): Listener {
  const read = async () => {
    const { db, close } = openDatabase(url, { max: 1 });
    try {
      places.replaceSchools(await listLocatedSchools(db));
      places.learnPostcodes(await listSchoolPostcodes(db));
    } finally {
      await close();
    }
  };
  const reload = () => void read().catch(onError);
  return listenTo(url, SCHOOLS_CHANNEL, { onConnect: reload, onMessage: reload });
}
