import type { ReactNode } from "react";

/** A question and its answer: `<details>`, which opens without JavaScript. */
export function Disclosure({
  title,
  children,
  open,
  id,
}: {
  title: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** Where links to the question lead. */
  id?: string;
}) {
  return (
    <details className="disclosure" id={id} open={open}>
      <summary className="disclosure__title">{title}</summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
