import { last } from "#app/kernel/last.ts";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { estimateTravel, type TravelTime } from "#app/domain/search/travel-time.ts";
import type { IgnoredFilter, Period, Sort } from "#app/domain/search/search-filters.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { addDays, type CalendarDate, frenchPeriod } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import type { SeatsShown } from "../components/offer-card.tsx";
import type { Option } from "../components/fields/select-field.tsx";
import { typeset } from "#app/kernel/typography.ts";

export const IGNORED_FILTERS: Record<IgnoredFilter, string> = {
  rayon: "Le rayon demandé n’existe pas : nous cherchons à moins de 30 km.",
  secteur: "Un secteur demandé n’existe pas : nous ne l’avons pas utilisé.",
  famille: "La famille de métiers demandée n’existe pas : nous ne l’avons pas utilisée.",
  "famille-du-secteur":
    "La famille de métiers choisie ne contient pas ce secteur : nous avons gardé le secteur. Pour voir toute la famille, remettez le secteur sur « Tous ».",
  defi: "Un défi demandé n’existe pas : nous ne l’avons pas utilisé.",
  periode: "Une période demandée n’existe pas : nous ne l’avons pas utilisée.",
  q: "Les mots-clés ne disent pas quel stage chercher : nous ne les avons pas utilisés.",
  tri: "Le tri demandé n’est pas possible pour cette recherche : nous en avons pris un autre.",
  vue: "La présentation demandée n’existe pas : voici la liste.",
  point: "Les coordonnées demandées ne sont pas utilisables : nous ne les avons pas utilisées.",
  plusieurs: "Un critère qui n’a qu’une valeur en avait plusieurs : nous avons gardé la première.",
  curseur: "Cette page de résultats n’existe plus : voici la première.",
};

/** What follows "les plus". */
export const SORT_LABELS: Record<Sort, string> = {
  distance: "proches",
  pertinence: "pertinentes",
  recentes: "récentes",
};

export const PERIOD_LABELS: Record<Period, string> = {
  "deux-semaines": "Les deux semaines",
  "semaine-1": "Semaine 1",
  "semaine-2": "Semaine 2",
};

/** "Semaine 1, du 17 au 22 juin 2027" once the dates are known. */
export function periodLabel(period: Period, weeks: readonly InternshipWeek[]): string {
  const chosen = weeks.filter(({ week }) => period === "deux-semaines" || period === `semaine-${week}`);
  const [first] = chosen;
  const latest = last(chosen);
  return first && latest
    ? `${PERIOD_LABELS[period]}, ${frenchPeriod(first.startsOn, latest.endsOn)}`
    : PERIOD_LABELS[period];
}

/** Seats left, one text a week. */
export function seatTexts(free: Record<1 | 2, number>): string[] {
  return ([1, 2] as const).map((week) =>
    free[week] > 0 ? `Semaine ${week} : ${plural(free[week], "place")}` : `Semaine ${week} : complet`,
  );
}

/** The same, with whether the week has a place. */
export function seatsShown(free: Record<1 | 2, number>): SeatsShown[] {
  return seatTexts(free).map((text, at) => ({ text, open: free[at === 0 ? 1 : 2] > 0 }));
}

/** A town with its département, which tells homonyms apart. */
export const townText = ({ town, department }: { town: string; department: string }) =>
  `${town} (${department})`;

/** How the host answers, else that the offer has just come out; null when there is nothing to tell. */
export function freshnessText(
  { replyDays, publishedOn }: { replyDays: number | null; publishedOn: CalendarDate },
  today: CalendarDate,
): string | null {
  if (replyDays !== null) return replyDays <= 1 ? "Répond dans la journée" : `Répond en ${replyDays} jours`;
  return addDays(publishedOn, NEW_FOR_DAYS) >= today ? "Nouveau" : null;
}

const NEW_FOR_DAYS = 7;

/** What to know of the lengths that an offer takes, when it does not take both. */
export function lengthText(offer: { acceptsBothWeeks: boolean; acceptsSingleWeek: boolean }): string | null {
  if (!offer.acceptsSingleWeek) return "Pour les deux semaines";
  return offer.acceptsBothWeeks ? null : "Une seule semaine";
}

/**
 * Choices with the number of offers that each would bring, once they are counted. Those that would bring none are left out,
 * save those that are chosen.
 */
export function countedOptions<Value extends string>(
  options: readonly { value: Value; label: string }[],
  counts: Partial<Record<Value, number>> | undefined,
  chosen: readonly (string | null)[],
): Option[] {
  if (!counts) return [...options];
  return options
    .filter(({ value }) => counts[value] || chosen.includes(value))
    .map(({ value, label }) => ({ value, label: `${label} (${frenchNumber(counts[value] ?? 0)})` }));
}

const BY: Record<TravelTime["mode"], string> = { foot: "à pied", bike: "à vélo", transit: "en transports" };
const LONGEST_MINUTES = 120;

/** "environ 40 min en transports". */
export function travelText(km: number): string {
  const { mode, minutes } = estimateTravel(km);
  if (minutes > LONGEST_MINUTES) return typeset(`plus de ${LONGEST_MINUTES / 60} h ${BY[mode]}`);
  const hours = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, "0");
  const length = hours === 0 ? `${minutes} min` : `${hours} h${rest === "00" ? "" : ` ${rest}`}`;
  return typeset(`environ ${length} ${BY[mode]}`);
}
