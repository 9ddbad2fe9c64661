import { Link } from "@remix-run/react";

import type { Suggestion } from "#app/domain/discovery/suggestion.ts";
import { frenchDistance } from "#app/kernel/geo.ts";
import { paths } from "#app/paths.ts";
import { OfferCard, OfferList } from "../components/offer-card.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { whyThisOne } from "../messages/suggestions.ts";
import { lengthText, seatsShown, townText } from "../search/search-texts.ts";

interface SuggestionListProps {
  suggestions: readonly Suggestion[];
  label: string;
  headingLevel?: 2 | 3;
}

/** Offers suggested, each with why. */
function SuggestionList({ suggestions, label, headingLevel = 3 }: SuggestionListProps) {
  return (
    <div className="suggestions">
      <OfferList label={label}>
        {suggestions.map((suggestion) => (
          <SuggestionCard key={suggestion.offer.id} suggestion={suggestion} headingLevel={headingLevel} />
        ))}
      </OfferList>
    </div>
  );
}

function SuggestionCard({
  suggestion: { offer, reasons },
  headingLevel,
}: {
  suggestion: Suggestion;
  headingLevel: 2 | 3;
}) {
  const { title, organisation, distanceKm, approximate } = offer;
  const length = lengthText(offer);
  const badges = [
    ...(length ? [{ tone: "info" as const, text: length }] : []),
    ...(offer.reserved ? [{ tone: "success" as const, text: "Réservée à des lycées, dont le vôtre" }] : []),
  ];
  return (
    <OfferCard
      title={title}
      organisation={organisation}
      town={townText(offer)}
      family={offer.familySlug}
      glimpse={offer.glimpse}
      badges={badges}
      headingLevel={headingLevel}
      to={paths.offer(offer.id)}
      sector={offer.sectorLabel}
      reason={whyThisOne(reasons)}
      seats={seatsShown(offer.free)}
      {...(distanceKm === null ? {} : { distance: frenchDistance(distanceKm, approximate) })}
    />
  );
}

/** The first suggestions of the day, on a page about something else; nothing without any. */
export function SuggestionSection({
  title,
  lead,
  suggestions,
}: {
  title: string;
  lead: string;
  suggestions: readonly Suggestion[];
}) {
  if (suggestions.length === 0) return null;
  return (
    <section className="pupil-part" aria-labelledby="suggestions">
      <h2 id="suggestions">{title}</h2>
      <p>{lead}</p>
      <SuggestionList suggestions={suggestions} label={title} />
      <ul className="inline-links">
        <li>
          <Link to={paths.pupil.suggestions()}>Voir toutes mes suggestions</Link>
        </li>
        <li>
          <Link to={paths.pupil.suggestions({ surprise: "1" })}>Surprends-moi</Link>
        </li>
      </ul>
    </section>
  );
}

interface SuggestionsPageProps {
  suggestions: readonly Suggestion[];
  /** Only what was never looked at. */
  surprise: boolean;
  /** The pupil has a place for each week. */
  placed: boolean;
}

/** The whole list of the day, and the switch to what was never looked at. */
export function SuggestionsOfTheDay({ suggestions, surprise, placed }: SuggestionsPageProps) {
  if (placed) return <NothingLeftToFind />;
  return (
    <>
      <nav aria-label="Sortes de suggestions">
        <ul className="inline-links">
          <li>
            <Link to={paths.pupil.suggestions()} aria-current={surprise ? undefined : "page"}>
              Pour vous
            </Link>
          </li>
          <li>
            <Link
              to={paths.pupil.suggestions({ surprise: "1" })}
              aria-current={surprise ? "page" : undefined}
            >
              Surprends-moi
            </Link>
          </li>
        </ul>
      </nav>
      {suggestions.length > 0 ? (
        <>
          <p>{surprise ? SURPRISE_LEAD : followsInterests(suggestions) ? PLAIN_LEAD : FIRST_LEAD}</p>
          <SuggestionList suggestions={suggestions} label="Suggestions du jour" headingLevel={2} />
          <HowTheyAreChosen />
        </>
      ) : (
        <NothingToSuggest surprise={surprise} />
      )}
    </>
  );
}

const PLAIN_LEAD =
  "Des offres autour de votre lycée, choisies d’après ce que vous avez regardé. Une sur cinq au moins vient d’une famille de métiers que vous n’avez pas encore explorée.";
const FIRST_LEAD =
  "Des offres autour de votre lycée, en commençant par une de chaque famille de métiers. Regardez celles qui vous intriguent\u00a0: les prochaines suggestions en tiendront compte.";
const SURPRISE_LEAD =
  "Rien que des familles de métiers que vous n’avez pas encore regardées, tirées au sort chaque jour. Laissez-vous surprendre\u00a0!";

/** Whoever has looked at something is told so by the offers themselves. */
function followsInterests(suggestions: readonly Suggestion[]): boolean {
  return suggestions.some(({ reasons }) => reasons.some((reason) => "family" in reason));
}

function HowTheyAreChosen() {
  return (
    <Disclosure title="Comment ces offres sont-elles choisies&nbsp;?">
      <p>
        Nous cherchons autour de votre lycée, pour les semaines qu’il vous reste à trouver. Une offre monte si
        elle est proche, récente, et si son employeur répond aux candidatures. Les familles de métiers que
        vous avez regardées passent d’abord, et les offres que vous avez déjà ouvertes en dernier&nbsp;; une
        offre sur cinq au moins vient d’une autre famille, tirée au sort chaque jour.
      </p>
      <p>
        Votre nom, votre classe et vos résultats ne comptent pas. Votre lycée sert à mesurer les distances et
        à savoir quelles offres réservées vous sont ouvertes, rien de plus.
      </p>
      <p>
        Dans <Link to={paths.pupil.favourites()}>vos favoris</Link>, vous pouvez nous faire oublier les offres
        que vous avez ouvertes.
      </p>
    </Disclosure>
  );
}

function NothingLeftToFind() {
  return (
    <EmptyState
      title="Vos deux semaines sont trouvées, bravo !"
      suggestions={[
        { to: paths.pupil.applications(), label: "Revoir mes candidatures" },
        { to: paths.pupil.home(), label: "Préparer mon stage" },
      ]}
    >
      <p>Nous n’avons plus rien à vous proposer. Profitez bien de votre stage&nbsp;!</p>
    </EmptyState>
  );
}

function NothingToSuggest({ surprise }: { surprise: boolean }) {
  if (surprise)
    return (
      <EmptyState
        title="Plus de surprise pour aujourd’hui"
        suggestions={[
          { to: paths.pupil.suggestions(), label: "Voir les suggestions pour vous" },
          { to: paths.offers(), label: "Chercher un stage partout en France" },
        ]}
      >
        <p>
          Autour de votre lycée, vous avez déjà regardé toutes les familles de métiers qui proposent un stage.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState
      title="Pas de suggestion pour l’instant"
      suggestions={[
        { to: paths.offers(), label: "Chercher un stage partout en France" },
        { to: paths.pupil.alerts(), label: "Mes alertes" },
      ]}
    >
      <p>
        Nous ne trouvons pas d’offre à moins de 100&nbsp;km de votre lycée. De nouvelles offres paraissent
        chaque jour&nbsp;: élargissez votre recherche, puis créez une alerte, qui vous préviendra.
      </p>
    </EmptyState>
  );
}
