import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { freeSeats, type Seats } from "#app/domain/offers/offer.ts";
import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { Activities } from "../components/activities.tsx";
import { DataList, type DataListItem } from "../components/data-list.tsx";
import { RealDays } from "../components/real-days.tsx";
import { typeset } from "#app/kernel/typography.ts";
import { lengthText } from "./search-texts.ts";

export interface OfferShown {
  description: string;
  activities: string | null;
  sectorLabel: string;
  acceptsBothWeeks: boolean;
  acceptsSingleWeek: boolean;
  hoursGrid: HoursGrid | null;
  lunch: string | null;
  accessNote: string | null;
  seats: Seats[];
}

/** What a pupil wants to know before applying, from what one will see to where one eats. */
export function OfferFacts({
  offer,
  weeks,
  level = 2,
}: {
  offer: OfferShown;
  weeks: readonly InternshipWeek[];
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  const Subheading = level === 2 ? "h3" : "h4";
  return (
    <>
      <Heading>Ce que vous découvrirez</Heading>
      <Paragraphs text={offer.description} />
      {offer.activities ? (
        <>
          <Subheading>Activités prévues</Subheading>
          <Activities text={offer.activities} />
        </>
      ) : null}
      <Heading>En pratique</Heading>
      <DataList items={practicalItems(offer, weeks)} />
    </>
  );
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n+/).filter((line) => line.trim());
}

function Paragraphs({ text }: { text: string }) {
  return linesOf(text).map((line, index) => <p key={`${index}-${line.slice(0, 20)}`}>{typeset(line)}</p>);
}

function practicalItems(offer: OfferShown, weeks: readonly InternshipWeek[]): DataListItem[] {
  const items: DataListItem[] = [
    { term: "Secteur d’activité", details: offer.sectorLabel },
    { term: "Places restantes", details: <SeatList seats={offer.seats} weeks={weeks} /> },
    { term: "Durée", details: lengthText(lengthsOf(offer)) ?? "Deux semaines ou une seule, au choix" },
  ];
  if (offer.hoursGrid)
    items.push({
      term: "Jours",
      details: <RealDays grid={offer.hoursGrid} periods={welcomed(offer, weeks)} />,
    });
  if (offer.lunch) items.push({ term: "Repas du midi", details: offer.lunch });
  if (offer.accessNote) items.push({ term: "Pour venir", details: offer.accessNote });
  return items;
}

/** The weeks in which the offer welcomes, each with its name. */
function welcomed({ seats }: OfferShown, weeks: readonly InternshipWeek[]) {
  return weeks
    .filter(({ week }) => seats.some((row) => row.week === week && row.capacity > 0))
    .map(({ week, startsOn, endsOn }) => ({ label: `Semaine ${week}`, startsOn, endsOn }));
}

/** An offer that welcomes in one week only takes that week, whatever it says of both. */
function lengthsOf({ seats, acceptsBothWeeks, acceptsSingleWeek }: OfferShown) {
  const welcoming = seats.filter(({ capacity }) => capacity > 0).length;
  return {
    acceptsBothWeeks: acceptsBothWeeks && welcoming > 1,
    acceptsSingleWeek: acceptsSingleWeek || welcoming < 2,
  };
}

function SeatList({ seats, weeks }: { seats: readonly Seats[]; weeks: readonly InternshipWeek[] }) {
  return (
    <ul className="plain-list">
      {weeks.map(({ week, startsOn, endsOn }) => {
        const row = seats.find((one) => one.week === week);
        const left =
          row && row.capacity > 0
            ? `${plural(freeSeats(row), "place")} sur ${row.capacity}`
            : "pas d’accueil cette semaine-là";
        return (
          <li key={week}>
            Semaine {week}, {frenchPeriod(startsOn, endsOn)}&nbsp;: {left}
          </li>
        );
      })}
    </ul>
  );
}
