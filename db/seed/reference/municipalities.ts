import { readFileSync } from "node:fs";
import type { Municipality } from "#app/domain/reference/place-index.ts";

const FILE = new URL("./municipalities.csv", import.meta.url);

/**
 * Communes and municipal arrondissements with their points, as written by scripts/generate-municipalities.ts.
 * Sources: @etalab/decoupage-administratif (Licence Ouverte), GeoNames (CC BY 4.0).
 */
export function readMunicipalities(): Municipality[] {
  const lines = readFileSync(FILE, "utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => {
    const [
      inseeCode = "",
      name = "",
      type = "",
      departmentCode = "",
      postcodes = "",
      population,
      latitude,
      longitude,
      flag,
    ] = line.split(";");
    return {
      inseeCode,
      name,
      type,
      departmentCode,
      postcodes: postcodes.split(" "),
      population: Number(population),
      latitude: latitude ? Number(latitude) : null,
      longitude: longitude ? Number(longitude) : null,
      approximate: flag === "1",
    };
  });
}
