import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { typeset } from "#app/kernel/typography.ts";

export interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  suggestions?: readonly { to: string; label: string }[];
  level?: 2 | 3;
}

/** Nothing here, why, and what to try next. */
export function EmptyState({ title, children, suggestions = [], level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty-state">
      <Heading className="empty-state__title">{typeset(title)}</Heading>
      {children ? <div>{children}</div> : null}
      {suggestions.length > 0 ? (
        <ul className="empty-state__suggestions">
          {suggestions.map((suggestion) => (
            <li key={suggestion.to}>
              <Link to={suggestion.to}>{typeset(suggestion.label)}</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
