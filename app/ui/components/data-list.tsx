import type { ReactNode } from "react";
import { typeset, typesetNode } from "#app/kernel/typography.ts";

export interface DataListItem {
  term: string;
  details: ReactNode;
}

/** Names and values: `<dl>`. */
export function DataList({ items }: { items: readonly DataListItem[] }) {
  return (
    <dl className="data-list">
      {items.map((item) => (
        <div className="data-list__row" key={item.term}>
          <dt>{typeset(item.term)}</dt>
          <dd>{typesetNode(item.details)}</dd>
        </div>
      ))}
    </dl>
  );
}
