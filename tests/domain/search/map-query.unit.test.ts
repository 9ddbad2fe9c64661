import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { mapParameters, readMapQuery } from "#app/domain/search/map-query.ts";
import { clusterDegrees, zoomFor } from "#app/domain/search/search-facets.ts";

const read = (query: string) => readMapQuery(new URLSearchParams(query));

describe("what a map asks", () => {
  it("is read from the address", () => {
    expect(read("zoom=9.5&sud=47&nord=49&ouest=-3&est=-1&ici=48.1,-1.7")).toEqual({
      zoom: 10,
      box: { south: 47, north: 49, west: -3, east: -1 },
      point: { latitude: 48.1, longitude: -1.7 },
    });
  });

  it.each([
    "",
    "zoom=&sud=&nord=&ouest=&est=&ici=",
    "zoom=abc&sud=1&nord=x&ouest=2&est=3",
    "sud=49&nord=47&ouest=-3&est=-1",
    "sud=47&nord=49&ouest=3&est=-1",
    "ici=48.1",
    "ici=,",
  ])("is the whole country when the address says nothing usable (%s)", (query) => {
    expect(read(query)).toEqual({ zoom: 6, box: null, point: null });
  });

  it("is brought back within the world", () => {
    expect(read("zoom=99&sud=-1e9&nord=1e400&ouest=-Infinity&est=999")).toEqual({
      zoom: 5,
      box: { south: -90, north: 90, west: -180, east: 180 },
      point: null,
    });
  });

  it.each([
    ["the whole country street by street", "zoom=17", 6],
    ["a region street by street", "zoom=17&sud=47&nord=49&ouest=-3&est=-1", 12],
    ["the streets of a town", "zoom=17&sud=48.1&nord=48.12&ouest=-1.7&est=-1.66", 17],
    ["a line, of no area", "zoom=17&sud=48&nord=48&ouest=-3&est=-1", 17],
  ])("is drawn no finer than a screen can show: %s", (_what, query, zoom) => {
    expect(read(query).zoom).toBe(zoom);
  });

  it("is written beside the search, without what belongs to the page of results", () => {
    const search = new URLSearchParams(
      "lieu=Rennes&secteur=s43&secteur=s31&q=&vue=carte&tri=distance&curseur=x",
    );
    const asked = { zoom: 9, box: { south: 47.5, north: 49, west: -3, east: -1 } };
    const written = mapParameters(search, asked);
    expect(written.toString()).toBe(
      "lieu=Rennes&secteur=s43&secteur=s31&zoom=9&ouest=-3.0000&sud=47.5000&est=-1.0000&nord=49.0000",
    );
    expect(readMapQuery(written)).toEqual({ ...asked, point: null });
  });

  it("never throws, whatever is written", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        expect(() => read(query)).not.toThrow();
      }),
    );
  });
});

it("finds the zoom whose squares are as wide as asked", () => {
  for (const zoom of [0, 3, 6, 12, 20]) expect(zoomFor(clusterDegrees(zoom))).toBe(zoom);
});
