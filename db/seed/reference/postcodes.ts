import { readFileSync } from "node:fs";
import type { LearntPostcode } from "#app/domain/reference/place.ts";

const FILE = new URL("./postcodes.csv", import.meta.url);

/**
 * Postcodes that the list of communes does not hold, with the commune that each serves: CEDEX and boxes of the Pacific
 * as the addresses of schools tell them (Annuaire de l'éducation, Ministère de l'Éducation nationale, Licence Ouverte),
 * and the general codes of Paris, Lyon, Marseille and Papeete. An import of schools teaches the others.
 */
export function readPostcodes(): LearntPostcode[] {
  const lines = readFileSync(FILE, "utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => {
    const [postcode = "", inseeCode = ""] = line.split(";");
    return { postcode, inseeCode };
  });
}
