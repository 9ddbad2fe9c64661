import { readFileSync } from "node:fs";
import type { PersonalRecord } from "#app/domain/personal-data/own-data.ts";
import { printPdf } from "./press.ts";

const template = readFileSync(new URL("./record.typ", import.meta.url), "utf8");

/** What is known about someone, for them to keep. */
export function renderRecordPdf(record: PersonalRecord): Uint8Array {
  return printPdf(template, record, record.createdAt);
}
