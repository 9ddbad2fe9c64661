import { Link } from "@remix-run/react";

import { StatusBadge, type Tone } from "./status-badge.tsx";
import { typeset } from "../typeset.ts";

export interface OfferCardProps {
  to: string;
  title: string;
  organisation: string;
  town: string;
  /** "3,2 km" */
  distance?: string;
  sector?: string;
  /** Why this offer is shown, in a sentence. */
  reason?: string;
  /** One text per week: "Semaine 1 : 2 places". */
  seats: readonly string[];
  badges?: readonly { tone: Tone; text: string }[];
  headingLevel?: 2 | 3;
}

/** One offer in a list (`<li>`): put it in an `OfferList`. The whole card follows the title's link. */
export function OfferCard(props: OfferCardProps) {
  const {
    to,
    title,
    organisation,
    town,
    distance,
    sector,
    reason,
    seats,
    badges = [],
    headingLevel = 3,
  } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <li className="offer-card fr-enlarge-link">
      <Heading className="offer-card__title">
        <Link to={to}>{typeset(title)}</Link>
      </Heading>
      <p className="offer-card__host">
        {organisation} · {town}
        {distance ? (
          <>
            {" · "}
            <strong className="offer-card__distance">{distance}</strong>
          </>
        ) : null}
      </p>
      {sector ? <p className="offer-card__sector">{sector}</p> : null}
      {reason ? <p className="offer-card__reason">{typeset(reason)}</p> : null}
      <ul className="offer-card__facts">
        {seats.map((text) => (
          <li className="offer-card__seats" key={text}>
            {typeset(text)}
          </li>
        ))}
        {badges.map((badge) => (
          <li key={badge.text}>
            <StatusBadge tone={badge.tone}>{badge.text}</StatusBadge>
          </li>
        ))}
      </ul>
    </li>
  );
}

export function OfferList({ children, label }: { children: React.ReactNode; label?: string }) {
  return (
    <ul className="offer-list" aria-label={label}>
      {children}
    </ul>
  );
}
