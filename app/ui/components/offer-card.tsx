import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { StatusBadge, type Tone } from "./status-badge.tsx";
import { typeset } from "#app/kernel/typography.ts";

export interface OfferCardProps {
  to: string;
  /** Of the card, which a link may lead to; its title is named after it. */
  id?: string;
  /** Id of the text of the card to be heard first by whom is led to it. */
  describedBy?: string;
  title: string;
  organisation: string;
  town: string;
  /** "3,2 km" */
  distance?: string;
  /** "environ 20 min à vélo" */
  travel?: string;
  sector?: string;
  /** Why this offer is shown, in a sentence. */
  reason?: string;
  /** One text per week: "Semaine 1 : 2 places". */
  seats: readonly string[];
  badges?: readonly { tone: Tone; text: string }[];
  /** A form of its own, beside the link. */
  action?: ReactNode;
  headingLevel?: 2 | 3;
}

/** One offer in a list (`<li>`): put it in an `OfferList`. The whole card follows the title's link. */
export function OfferCard(props: OfferCardProps) {
  const { to, id, describedBy, title, organisation, town, distance, travel, sector, reason } = props;
  const { seats, badges = [], action, headingLevel = 3 } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <li
      className="offer-card fr-enlarge-link"
      aria-describedby={describedBy}
      {...(id ? { id, tabIndex: -1 } : {})}
    >
      <Heading className="offer-card__title" {...(id ? { id: cardTitleId(id) } : {})}>
        <Link to={to}>{typeset(title)}</Link>
      </Heading>
      <p className="offer-card__host">
        {organisation} · {town}
      </p>
      {distance ? (
        <p className="offer-card__way">
          <strong>{distance}</strong>
          {travel ? ` · ${travel}` : null}
        </p>
      ) : null}
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
      {action ? <div className="offer-card__action">{action}</div> : null}
    </li>
  );
}

/** What names the offer of a card. */
export const cardTitleId = (id: string) => `${id}-titre`;

export function OfferList({ children, label }: { children: React.ReactNode; label?: string }) {
  return (
    <ul className="offer-list" aria-label={label}>
      {children}
    </ul>
  );
}
