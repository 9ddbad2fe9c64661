import { Link } from "@remix-run/react";

import type { MapCluster } from "#app/domain/search/offer-map.ts";
import type { GeoBox, GeoPoint } from "#app/kernel/geo.ts";
import { AREAS, circleLike } from "./map-areas.ts";
import { nameOf, parted } from "./map-clusters.ts";
import outlines from "./map-outlines.svg?url";
import { mercator } from "./map-projection.ts";
import type { MapStart } from "./use-offers-map.ts";
import { searchLink } from "#app/ui/search/search-link.ts";

interface StillMapProps {
  current: URLSearchParams;
  start: Pick<MapStart, "box" | "clusters" | "towns">;
  linkTo(offerId: string): string;
}

/** What the drawing is taken to be wide when markers are kept apart. */
const WIDTH_PX = 440;

/** The map without JavaScript: a drawing whose markers are links, each to its offer or to a narrower search. */
export function StillMap({ current, start, linkTo }: StillMapProps) {
  const { box, clusters, towns } = start;
  const corner = mercator({ latitude: box.north, longitude: box.west });
  const opposite = mercator({ latitude: box.south, longitude: box.east });
  const [width, height] = [opposite.x - corner.x, opposite.y - corner.y];
  const unit = Math.max(width, height) / WIDTH_PX;
  const spotOf = (point: GeoPoint) => {
    const { x, y } = mercator(point);
    return { x: x / unit, y: y / unit };
  };
  return (
    <div className="still-map">
      <p>
        Chaque rond mène à une offre ou aux offres d’un même coin. Avec JavaScript, cette carte se déplace et
        se zoome.
      </p>
      <ul className="offers-map__areas">
        {AREAS.map((area, index) => (
          <li key={area.label}>
            <Link to={areaLink(current, index === 0 ? null : area.box)}>{area.label}</Link>
          </li>
        ))}
      </ul>
      <svg
        className="still-map__drawing"
        role="group"
        aria-label="Carte des offres"
        viewBox={[corner.x, corner.y, width, height].join(" ")}
      >
        <g aria-hidden="true">
          <use className="map-land" href={`${outlines}#voisins`} transform="scale(0.01)" />
          <use className="map-land map-land--france" href={`${outlines}#france`} transform="scale(0.01)" />
        </g>
        {parted(clusters, spotOf).map((cluster) => (
          <StillMarker
            key={`${cluster.latitude} ${cluster.longitude}`}
            cluster={cluster}
            name={nameOf(cluster, towns)}
            unit={unit}
            to={cluster.offer ? linkTo(cluster.offer.id) : narrowerLink(current, cluster, box)}
          />
        ))}
      </svg>
    </div>
  );
}

function StillMarker({
  cluster,
  name,
  unit,
  to,
}: {
  cluster: MapCluster;
  name: string;
  unit: number;
  to: string;
}) {
  const { x, y } = mercator(cluster);
  return (
    <a href={to} aria-label={name}>
      <circle
        className="still-map__marker"
        cx={x}
        cy={y}
        r={(cluster.offer ? 12 : 20) * unit}
        strokeWidth={3 * unit}
      />
      <text
        className="still-map__count"
        x={x}
        y={y + 5 * unit}
        fontSize={15 * unit}
        textAnchor="middle"
        aria-hidden="true"
      >
        {cluster.offer ? "" : cluster.count}
      </text>
    </a>
  );
}

function areaLink(current: URLSearchParams, box: GeoBox | null): string {
  const nowhere = { lat: null, lon: null, rayon: null };
  return searchLink(current, { lieu: null, tri: null, ...(box ? circleLike(box) : nowhere) });
}

/** How many times narrower a search a marker leads to. */
const NARROWER = 6;

function narrowerLink(current: URLSearchParams, { latitude, longitude }: GeoPoint, box: GeoBox): string {
  const half = (box.north - box.south) / NARROWER;
  const around = {
    south: latitude - half,
    north: latitude + half,
    west: longitude - 2 * half,
    east: longitude + 2 * half,
  };
  return searchLink(current, { lieu: null, ...circleLike(around) });
}
