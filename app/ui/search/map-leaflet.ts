import * as L from "leaflet";
import "leaflet/dist/leaflet.css";

import type { MapCluster, OfferMap } from "#app/domain/search/offer-map.ts";
import { ZOOMS } from "#app/domain/search/map-query.ts";
import type { GeoBox, GeoPoint } from "#app/kernel/geo.ts";
import { MAINLAND } from "./map-areas.ts";
import "./map-leaflet.css";
import { parted } from "./map-clusters.ts";
import { drawLand, townLabels } from "./map-ground.ts";
import { drawMarkers, type Markers } from "./map-markers.ts";

export interface MapTiles {
  url: string;
  attribution: string;
}

/** What the map shows now. */
export interface MapFrame {
  zoom: number;
  box: GeoBox;
}

interface MapOptions {
  tiles: MapTiles | null;
  /** The reader wants nothing to move by itself. */
  calm: boolean;
  /** The map has come to rest; `byReader` when it is not us who moved it. */
  onRest(frame: MapFrame, byReader: boolean): void;
  /** Offers that no zoom parts were asked for: their popup is open and waits for its content. */
  onOpen(cluster: MapCluster, content: HTMLElement): void;
  onClose(): void;
  /** The pointer or the focus is on this marker, or has left all of them. */
  onPoint(cluster: MapCluster | null): void;
}

export interface OpenMap {
  showBox(box: GeoBox): void;
  /** Draws the circle of a search and shows it whole; without one, the mainland. */
  showSearch(center: GeoPoint | null, radiusKm: number): void;
  draw(map: OfferMap): void;
  /** Shows where a point lies: its marker is lit. */
  light(point: GeoPoint | null): void;
  /** The marker that stands for a point. */
  clusterOf(point: GeoPoint): MapCluster | null;
  /** The popup has its content: it takes its size. */
  settlePopup(): void;
  closePopup(): void;
  remove(): void;
}

const CLOSER = 2;

/** The map itself: everything that Leaflet does, behind what the page needs of it. */
export function openMap(element: HTMLElement, options: MapOptions): OpenMap {
  const { tiles, calm } = options;
  const map = L.map(element, {
    minZoom: ZOOMS.least,
    maxZoom: ZOOMS.most,
    zoomSnap: 0.5,
    maxBounds: [
      [-35, -80],
      [65, 75],
    ],
    zoomControl: false,
    // Scrolling the page must not zoom: the wheel is for the map once it is used.
    scrollWheelZoom: false,
    ...(calm && { zoomAnimation: false, fadeAnimation: false, inertia: false, markerZoomAnimation: false }),
  });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: "Zoomer", zoomOutTitle: "Dézoomer" }).addTo(map);
  drawGround(map, tiles);
  map.on("focus", () => map.scrollWheelZoom.enable()).on("blur", () => map.scrollWheelZoom.disable());

  let ours = false;
  let circle: L.Circle | null = null;
  let markers: Markers | null = null;
  let towns: L.LayerGroup | null = null;
  const popup = L.popup({ closeButton: false, maxWidth: 280, minWidth: 220, autoPanPadding: [16, 16] });
  const content = document.createElement("div");
  content.className = "map-popup";
  popup.setContent(content);

  map.on("autopanstart", () => (ours = true));
  map.on("moveend", () => {
    const byReader = !ours;
    ours = false;
    options.onRest(frameOf(map), byReader);
  });
  map.on("popupclose", () => options.onClose());

  const move = (bounds: L.LatLngBoundsExpression) => {
    ours = true;
    map.closePopup();
    map.fitBounds(bounds, { padding: [12, 12], animate: !calm && map.getZoom() !== undefined });
  };
  const choose = (cluster: MapCluster) => {
    const at = L.latLng(cluster.latitude, cluster.longitude);
    const alone = cluster.offer !== null || cluster.together || map.getZoom() >= map.getMaxZoom();
    if (!alone) {
      map.closePopup();
      map.setView(at, Math.min(map.getMaxZoom(), map.getZoom() + CLOSER), { animate: !calm });
      element.focus({ preventScroll: true });
      return;
    }
    map.closePopup();
    options.onOpen(cluster, content);
    popup.setLatLng(at).openOn(map);
  };

  const showBox = ({ south, west, north, east }: GeoBox) =>
    move([
      [south, west],
      [north, east],
    ]);

  return {
    showBox,
    showSearch: (center, radiusKm) => {
      circle?.remove();
      circle = null;
      if (!center) return showBox(MAINLAND);
      const at = L.latLng(center.latitude, center.longitude);
      circle = L.circle(at, { radius: radiusKm * 1000, className: "map-circle", interactive: false }).addTo(
        map,
      );
      move(at.toBounds(radiusKm * 2000));
    },
    draw: (drawn) => {
      const spotOf = ({ latitude, longitude }: GeoPoint) => map.latLngToLayerPoint([latitude, longitude]);
      markers = drawMarkers(map, markers, parted(drawn.clusters, spotOf), {
        onChoose: choose,
        onPoint: options.onPoint,
      });
      towns?.remove();
      towns = tiles ? null : townLabels(drawn.towns, spotOf).addTo(map);
    },
    light: (point) => markers?.light(point),
    clusterOf: (point) => markers?.nearest(point) ?? null,
    settlePopup: () => popup.update(),
    closePopup: () => map.closePopup(),
    remove: () => map.remove(),
  };
}

function drawGround(map: L.Map, tiles: MapTiles | null): void {
  if (!tiles) drawLand().addTo(map);
  else {
    const attribution = document.createElement("span");
    attribution.textContent = tiles.attribution;
    L.tileLayer(tiles.url, { maxZoom: ZOOMS.most, attribution: attribution.innerHTML }).addTo(map);
  }
}

function frameOf(map: L.Map): MapFrame {
  const bounds = map.getBounds();
  return {
    zoom: Math.round(map.getZoom()),
    box: {
      south: bounds.getSouth(),
      west: bounds.getWest(),
      north: bounds.getNorth(),
      east: bounds.getEast(),
    },
  };
}
