import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { typeset } from "#app/kernel/typography.ts";
import { FamilyPictogram } from "../families/pictogram.tsx";
import { StatusBadge, type Tone } from "./status-badge.tsx";

/** What is left of a week: full weeks look otherwise, by shape and not by colour alone. */
export interface SeatsShown {
  /** "Semaine 1 : 2 places" */
  text: string;
  open: boolean;
}

export interface OfferCardProps {
  to: string;
  /** Of the card, which a link may lead to; its title is named after it. */
  id?: string;
  /** Id of the text of the card to be heard first by whom is led to it. */
  describedBy?: string;
  title: string;
  organisation: string;
  /** With its département: "Rennes (35)". */
  town: string;
  /** Slug of the family whose drawing stands beside the title. */
  family?: string;
  /** "3,2 km" */
  distance?: string;
  /** "environ 20 min à vélo" */
  travel?: string;
  sector?: string;
  /** One thing that one will see there. */
  glimpse?: string | null;
  /** Why this offer is shown, in a sentence. */
  reason?: string;
  seats: readonly SeatsShown[];
  badges?: readonly { tone: Tone; text: string }[];
  /** A form of its own, in the corner, beside the link. */
  action?: ReactNode;
  /** What has just become of the card, at its foot. */
  said?: ReactNode;
  headingLevel?: 2 | 3;
}

/** One offer in a list (`<li>`): put it in an `OfferList`. The whole card follows the title's link. */
export function OfferCard(props: OfferCardProps) {
  const { id, describedBy, distance, travel, glimpse, reason, action, said } = props;
  return (
    <li
      className={`offer-card fr-enlarge-link${action ? " offer-card--with-action" : ""}`}
      aria-describedby={describedBy}
      {...(id ? { id, tabIndex: -1 } : {})}
    >
      <CardHead {...props} />
      {glimpse ? (
        <p className="offer-card__glimpse">
          <span className="offer-card__verb">Vous verrez&nbsp;:</span> {typeset(glimpse)}
        </p>
      ) : null}
      {distance ? (
        <p className="offer-card__way">
          <strong>{distance}</strong>
          {travel ? ` · ${travel}` : null}
        </p>
      ) : null}
      {reason ? <p className="offer-card__reason">{typeset(reason)}</p> : null}
      <CardFacts {...props} />
      {action ? <div className="offer-card__action">{action}</div> : null}
      {said}
    </li>
  );
}

function CardHead({ to, id, title, organisation, town, family, sector, headingLevel = 3 }: OfferCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="offer-card__head">
      {family ? <FamilyPictogram family={family} /> : null}
      <div className="offer-card__name">
        {sector ? <p className="offer-card__sector">{sector}</p> : null}
        <Heading className="offer-card__title" {...(id ? { id: cardTitleId(id) } : {})}>
          <Link to={to}>{typeset(title)}</Link>
        </Heading>
        <p className="offer-card__host">
          {organisation} · {town}
        </p>
      </div>
    </div>
  );
}

function CardFacts({ seats, badges = [] }: OfferCardProps) {
  if (seats.length + badges.length === 0) return null;
  return (
    <ul className="offer-card__facts">
      {seats.map(({ text, open }) => (
        <li
          className={`offer-card__seats offer-card__seats--${open ? "open fr-icon-check-line" : "full"}`}
          key={text}
        >
          {typeset(text)}
        </li>
      ))}
      {badges.map((badge) => (
        <li key={badge.text}>
          <StatusBadge tone={badge.tone}>{badge.text}</StatusBadge>
        </li>
      ))}
    </ul>
  );
}

/** What names the offer of a card. */
export const cardTitleId = (id: string) => `${id}-titre`;

export function OfferList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="offer-list" aria-label={label}>
      {children}
    </ul>
  );
}
