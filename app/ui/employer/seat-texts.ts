import { freeByWeek, type Seats } from "#app/domain/offers/offer.ts";
import { plural } from "#app/kernel/text.ts";

/** "6 places libres chaque semaine", "Semaine 1 : 6 places libres · Semaine 2 : complet": never the sum of two weeks. */
export function freeSeatsText(seats: readonly Seats[]): string {
  const welcoming = seats.filter(({ capacity }) => capacity > 0);
  const free = freeByWeek(welcoming);
  const told = (left: number) => (left > 0 ? plural(left, "place libre", "places libres") : "complet");
  const [first, ...others] = welcoming;
  if (!first) return "Aucune place";
  if (others.length > 0 && free[1] === free[2])
    return free[1] > 0 ? `${told(free[1])} chaque semaine` : "Complet les deux semaines";
  return welcoming.map(({ week }) => `Semaine ${week} : ${told(free[week])}`).join(" · ");
}
