import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface StandInAddress {
  name: string;
  type?: "address" | "street";
  point: [longitude: number, latitude: number];
  postcode: string;
  place: string;
  confidence?: "exact" | "high" | "medium" | "low";
  accuracy?: string;
}

export interface GeocoderStandIn {
  /** The queries received, in order. */
  asked: URLSearchParams[];
  /** What the next requests are answered. */
  answer: StandInAddress[] | ((request: IncomingMessage, response: ServerResponse) => void);
  /** A fetch that reaches this server at the provider's address, and no other address at all. */
  fetch: typeof fetch;
  close(): Promise<void>;
}

const TOKEN = "pk.stand-in";
const PROVIDER = "https://api.mapbox.com";

/** A server that answers the way Mapbox's forward geocoding (v6) does. */
export async function startGeocoderStandIn(): Promise<GeocoderStandIn> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", PROVIDER);
    if (url.pathname !== "/search/geocode/v6/forward")
      return sendJson(response, 404, { message: "Not Found" });
    standIn.asked.push(url.searchParams);
    if (url.searchParams.get("access_token") !== TOKEN)
      return sendJson(response, 401, { message: "Not Authorized - Invalid Token" });
    if (typeof standIn.answer === "function") return standIn.answer(request, response);
    sendJson(response, 200, {
      type: "FeatureCollection",
      features: standIn.answer.map(feature),
      attribution: "NOTICE: © 2027 Mapbox and its suppliers. All rights reserved.",
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const standIn: GeocoderStandIn = {
    asked: [],
    answer: [],
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.origin !== PROVIDER) throw new Error(`Unexpected request to ${url.origin}`);
      return fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, init);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/vnd.geo+json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

function feature({ name, type = "address", point, postcode, place, ...more }: StandInAddress, index: number) {
  const mapboxId = `dXJuOm1ieGFkcjo${index}`;
  const [number = "", ...street] = name.split(" ");
  const component = (part: string) => ({ mapbox_id: `${mapboxId}.${part}`, name: part });
  return {
    type: "Feature",
    id: mapboxId,
    geometry: { type: "Point", coordinates: point },
    properties: {
      mapbox_id: mapboxId,
      feature_type: type,
      full_address: `${name}, ${postcode} ${place}, France`,
      name,
      name_preferred: name,
      coordinates: {
        longitude: point[0],
        latitude: point[1],
        ...(type === "address"
          ? {
              accuracy: more.accuracy ?? "rooftop",
              routable_points: [{ name: "default", longitude: point[0], latitude: point[1] }],
            }
          : {}),
      },
      place_formatted: `${postcode} ${place}, France`,
      ...(type === "address"
        ? {
            match_code: {
              address_number: "matched",
              street: "matched",
              postcode: "matched",
              place: "matched",
              region: "not_applicable",
              locality: "not_applicable",
              country: "inferred",
              confidence: more.confidence ?? "exact",
            },
          }
        : {}),
      context: {
        ...(type === "address"
          ? { address: { ...component(name), address_number: number, street_name: street.join(" ") } }
          : {}),
        street: component(type === "address" ? street.join(" ") : name),
        postcode: component(postcode),
        place: component(place),
        country: { ...component("France"), country_code: "FR", country_code_alpha_3: "FRA" },
      },
    },
  };
}
