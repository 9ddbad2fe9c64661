import { municipalityPlace } from "#app/domain/reference/place.ts";
import type { LocatedMunicipality, Place } from "#app/domain/reference/place.ts";
import type { Territory } from "./territories.ts";

/** A territory as a place: its point is the middle of its inhabitants, and only shows where it is. */
export function territoryPlace(territory: Territory, rows: readonly LocatedMunicipality[]): Place {
  const inside = rows.filter(
    ({ type, departmentCode }) => type === "commune" && territory.departments.includes(departmentCode),
  );
  const people = inside.reduce((sum, { population }) => sum + population, 0) || 1;
  const middle = (axis: "latitude" | "longitude") =>
    inside.reduce((sum, row) => sum + row[axis] * row.population, 0) / people;
  const largest = inside[0] && municipalityPlace(inside[0]);
  return {
    label: territory.label,
    type: territory.type,
    code: territory.code,
    inseeCode: largest?.inseeCode ?? "",
    lat: middle("latitude"),
    lon: middle("longitude"),
    approximate: true,
    departmentCode: territory.departments.length === 1 ? (territory.departments[0] ?? "") : "",
    name: territory.name,
    postcode: "",
    territory,
  };
}
