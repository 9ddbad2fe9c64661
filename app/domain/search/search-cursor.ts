import { z } from "zod";
import { SORTS, type Sort } from "./search-filters.ts";

/** Where a page stopped: the sort key and the id of its last offer, which no later change can move. */
export interface SearchCursor {
  sort: Sort;
  key: string;
  offerId: string;
}

const shape = z.tuple([z.enum(SORTS), z.string().max(40), z.uuid()]);

export function encodeCursor({ sort, key, offerId }: SearchCursor): string {
  return btoa(JSON.stringify([sort, key, offerId]))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Null when the text is not one of our cursors, or was made for another sort. */
export function decodeCursor(text: string, sort: Sort): SearchCursor | null {
  try {
    const [cursorSort, key, offerId] = shape.parse(
      JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/"))),
    );
    const valid =
      cursorSort === sort &&
      (sort === "recentes" ? !Number.isNaN(Date.parse(key)) : Number.isFinite(Number(key)));
    return valid ? { sort, key, offerId } : null;
  } catch {
    return null;
  }
}
