import { z } from "zod";
import { SORTS, type Sort } from "./search-filters.ts";

/**
 * Where a page stopped: the sort key and the id of its last offer, which no later change can move. By "pertinence" it
 * holds the families that interested the asker on the first page too: opening an offer adds one, and would move all the
 * offers of its family past the reader. The pages of one list are cut by the same scores, the next list by the new ones.
 */
export interface SearchCursor {
  sort: Sort;
  key: string;
  offerId: string;
  /** Offers already shown: a page tells where in the list it stands. */
  shown: number;
  interests?: readonly string[];
}

const FAMILY = z.string().regex(/^[a-z\d-]{1,40}$/);
const SHOWN = z.number().int().min(0).max(10_000_000);
const shape = z.tuple([z.enum(SORTS), z.string().max(40), z.guid(), SHOWN], FAMILY);
/** Metres, or a score. */
const NUMBER = /^\d{1,15}$/;
const INSTANT = /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

export function encodeCursor({ sort, key, offerId, shown, interests = [] }: SearchCursor): string {
  const held = sort === "pertinence" ? interests : [];
  return btoa(JSON.stringify([sort, key, offerId, shown, ...held]))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Null when the text is not one of our cursors, or was made for another sort. */
export function decodeCursor(text: string, sort: Sort): SearchCursor | null {
  try {
    const [cursorSort, key, offerId, shown, ...interests] = shape.parse(
      JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/"))),
    );
    const valid = cursorSort === sort && (sort === "recentes" ? isInstant(key) : NUMBER.test(key));
    return valid ? { sort, key, offerId, shown, interests } : null;
  } catch {
    return null;
  }
}

/** A day such as 31 February has the form of a date and would be refused by the database. */
function isInstant(key: string): boolean {
  return INSTANT.test(key) && new Date(key).toISOString().slice(0, 19) === key.slice(0, 19);
}

/** Instants keep the microseconds of the database, which a Date has not. */
export function publishedMicroseconds(key: string): number {
  return Date.parse(`${key.slice(0, 23)}Z`) * 1000 + Number(key.slice(23, 26));
}

export function publishedText(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = String(microseconds - milliseconds * 1000).padStart(3, "0");
  return new Date(milliseconds).toISOString().replace("Z", `${rest}Z`);
}
