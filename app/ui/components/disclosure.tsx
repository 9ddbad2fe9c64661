import type { ReactNode } from "react";

/** A question and its answer: `<details>`, which opens without JavaScript. */
export function Disclosure({
  title,
  children,
  open,
}: {
  title: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details className="disclosure" open={open}>
      <summary className="disclosure__title">{title}</summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
