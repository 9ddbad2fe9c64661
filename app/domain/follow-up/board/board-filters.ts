import { normaliseText } from "#app/kernel/text.ts";
import { longestFirst } from "../../agreements/awaited/awaited.ts";
import type { BoardLine } from "./board-line.ts";
import { byHelp, byName } from "./help-order.ts";
import { STANDINGS, type Standing } from "./standing.ts";

export const BOARD_ORDERS = ["help", "name", "waiting"] as const;
export type BoardOrder = (typeof BOARD_ORDERS)[number];

/** How a standing and an order are written in the address. */
export const STANDING_SLUGS: Record<Standing, string> = {
  to_replace: "a-replacer",
  nothing: "rien",
  applying: "candidatures",
  half: "une-semaine",
  to_confirm: "a-confirmer",
  agreement: "convention",
  signed: "signee",
  at_school: "au-lycee",
  exempt: "dispense",
};
export const ORDER_SLUGS: Record<BoardOrder, string> = { help: "aide", name: "nom", waiting: "attente" };

export interface BoardFilters {
  classGroupId: string | null;
  standing: Standing | null;
  /** As it was typed. */
  name: string;
  order: BoardOrder;
  /** The pupil after whom the page begins. */
  after: string | null;
}

const MOST_TYPED = 100;

/** What the address asks for; what is not understood is left out. */
export function readBoardFilters(query: URLSearchParams): BoardFilters {
  return {
    classGroupId: query.get("classe") || null,
    standing: STANDINGS.find((one) => STANDING_SLUGS[one] === query.get("situation")) ?? null,
    name: (query.get("nom") ?? "").slice(0, MOST_TYPED),
    order: BOARD_ORDERS.find((one) => ORDER_SLUGS[one] === query.get("tri")) ?? "help",
    after: query.get("apres"),
  };
}

/** The same filters as an address spells them; the page they begin at is told apart. */
export function boardQuery({ classGroupId, standing, name, order }: Omit<BoardFilters, "after">) {
  return {
    classe: classGroupId ?? undefined,
    situation: standing ? STANDING_SLUGS[standing] : undefined,
    nom: name || undefined,
    tri: order === "help" ? undefined : ORDER_SLUGS[order],
  };
}

export function filterLines(lines: readonly BoardLine[], filters: BoardFilters): BoardLine[] {
  const words = normaliseText(filters.name).split(" ").filter(Boolean);
  return lines
    .filter(({ classGroupId }) => filters.classGroupId === null || classGroupId === filters.classGroupId)
    .filter(({ standing }) => filters.standing === null || standing === filters.standing)
    .filter(({ firstName, lastName }) => {
      const name = normaliseText(`${lastName} ${firstName}`);
      return words.every((word) => name.includes(word));
    })
    .sort(comparison(filters.order));
}

function comparison(order: BoardOrder): (one: BoardLine, other: BoardLine) => number {
  if (order === "name") return byName;
  if (order === "help") return byHelp;
  return (one, other) => longestFirst(one.awaited, other.awaited) || byName(one, other);
}

/** One page of them, after a pupil; one who is not in the list any more gives the first page. */
export function pageOfLines(lines: readonly BoardLine[], after: string | null, size: number) {
  const start = lines.findIndex(({ id }) => id === after) + 1;
  const page = lines.slice(start, start + size);
  const more = lines.length > start + size;
  return { page, from: start, nextAfter: more ? (page[page.length - 1]?.id ?? null) : null };
}
