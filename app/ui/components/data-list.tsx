import type { ReactNode } from "react";

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
          <dt>{item.term}</dt>
          <dd>{item.details}</dd>
        </div>
      ))}
    </dl>
  );
}
