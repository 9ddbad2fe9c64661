import { readFileSync } from "node:fs";

const FILE = new URL("./synonyms.txt", import.meta.url);

/** Groups of words that mean the same to who searches; lines that begin with # are left out. */
export function readSynonyms(): string[][] {
  return readFileSync(FILE, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split(",").map((word) => word.trim()));
}
