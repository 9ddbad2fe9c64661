import * as L from "leaflet";
import "leaflet/dist/leaflet.css";

import type { MapCluster, OfferMap } from "#app/domain/search/offer-map.ts";
import { ZOOMS } from "#app/domain/search/map-query.ts";
import type { GeoBox, GeoPoint } from "#app/kernel/geo.ts";
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

/** The circle of a search, when it has a centre, and what holds all that it looks at. */
interface SearchedArea {
  center: GeoPoint | null;
  radiusKm: number;
  box: GeoBox;
}

interface MapOptions {
  start: SearchedArea;
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
  /** Moves the map by a part of what it shows, east and south being positive: no dragging is needed. */
  pan(east: number, south: number): void;
  /** Shows a box, as if the reader had moved there. */
  show(box: GeoBox): void;
  /** Draws the circle of a search, when it has one, and shows it whole. */
  showSearch(area: SearchedArea): void;
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
/** What part of the map a press on an arrow moves it by. */
const STEP = 0.4;

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
  map.on("focus", () => map.scrollWheelZoom.enable()).on("blur", () => map.scrollWheelZoom.disable());

  let ours = false;
  let circle: L.Circle | null = null;
  let markers: Markers | null = null;
  let towns: L.LayerGroup | null = null;
  // Beside the buttons of the zoom, on a phone too.
  const popup = L.popup({
    closeButton: false,
    minWidth: 200,
    maxWidth: Math.min(300, element.clientWidth - 104),
    autoPanPaddingTopLeft: [52, 12],
    autoPanPaddingBottomRight: [12, 12],
  });
  const content = document.createElement("div");
  content.className = "map-popup";
  content.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") map.closePopup();
  });
  popup.setContent(content);
  let opener: HTMLElement | null = null;

  map.on("autopanstart", () => (ours = true));
  map.on("moveend", () => {
    const byReader = !ours;
    ours = false;
    options.onRest(frameOf(map), byReader);
  });
  map.on("popupclose", () => {
    const lost = document.activeElement === document.body || content.contains(document.activeElement);
    if (lost) (opener?.isConnected ? opener : element).focus({ preventScroll: true });
    options.onClose();
  });

  const show = ({ south, west, north, east }: GeoBox) => {
    map.closePopup();
    const corners: L.LatLngBoundsLiteral = [
      [south, west],
      [north, east],
    ];
    map.fitBounds(corners, { padding: [12, 12], animate: !calm && markers !== null });
  };
  const showSearch = ({ center, radiusKm, box }: SearchedArea) => {
    ours = true;
    circle?.remove();
    circle = null;
    show(box);
    if (!center) return;
    const style = { className: "map-circle", interactive: false };
    circle = L.circle([center.latitude, center.longitude], { radius: radiusKm * 1000, ...style }).addTo(map);
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
    opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    options.onOpen(cluster, content);
    popup.setLatLng(at).openOn(map);
  };

  // Leaflet draws lines only once it knows what it shows.
  showSearch(options.start);
  drawGround(map, tiles);
  // Outlines and circle are scenery: the markers, which are buttons, tell what there is.
  for (const drawing of element.querySelectorAll("svg")) drawing.setAttribute("aria-hidden", "true");

  return {
    pan: (east, south) => {
      map.closePopup();
      const { x, y } = map.getSize();
      map.panBy([east * x * STEP, south * y * STEP], { animate: !calm });
    },
    show,
    showSearch,
    draw: (drawn) => {
      const spotOf = ({ latitude, longitude }: GeoPoint) => map.latLngToContainerPoint([latitude, longitude]);
      const clusters = parted(drawn.clusters, spotOf);
      markers = drawMarkers(
        map,
        markers,
        { clusters, towns: drawn.towns },
        { onChoose: choose, onPoint: options.onPoint },
      );
      towns?.remove();
      towns = tiles ? null : townLabels(drawn.towns, clusters, spotOf, map.getSize().x).addTo(map);
    },
    light: (point) => markers?.light(point),
    clusterOf: (point) => markers?.nearest(point) ?? null,
    settlePopup: () => popup.update(),
    closePopup: () => map.closePopup(),
    remove: () => map.remove(),
  };
}

function drawGround(map: L.Map, tiles: MapTiles | null): void {
  if (!tiles) drawLand(map);
  else {
    const attribution = document.createElement("span");
    attribution.textContent = tiles.attribution;
    L.tileLayer(tiles.url, {
      maxZoom: ZOOMS.most,
      attribution: attribution.innerHTML,
      // Public servers turn away who does not tell the site; the search that is looked at stays with us.
      referrerPolicy: "origin",
    }).addTo(map);
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
