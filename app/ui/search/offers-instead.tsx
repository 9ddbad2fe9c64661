import type { GivenUp, OffersInstead as Found } from "#app/domain/search/offers-instead.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { OfferList } from "../components/offer-card.tsx";
import { ResultCard } from "./result-card.tsx";

const WHY: Record<GivenUp, string> = {
  trade: "Au même endroit, dans d’autres métiers",
  dates: "Au même endroit, dans d’autres métiers ou à d’autres dates",
  distance: "Un peu plus loin, dans d’autres métiers",
  place: "Ailleurs en France",
};

/** Real offers where a search finds none, with what they give up of it. */
export function OffersInstead({ instead, today }: { instead: Found; today: CalendarDate }) {
  return (
    <section className="search-results" aria-labelledby="a-defaut">
      <h2 id="a-defaut">{WHY[instead.givenUp]}</h2>
      <OfferList>
        {instead.offers.map((offer) => (
          <ResultCard
            key={offer.id}
            offer={offer}
            today={today}
            place={{}}
            approximate={false}
            marks={null}
          />
        ))}
      </OfferList>
    </section>
  );
}
