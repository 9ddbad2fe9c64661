import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";

interface DisclosureProps {
  title: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** Where links to the question lead: the answer is then open. */
  id?: string;
}

/** A question and its answer: `<details>`, which opens without JavaScript. */
export function Disclosure({ title, children, open, id }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    if (id && hash === `#${id}` && details.current) details.current.open = true;
  }, [id, hash]);
  return (
    <details className="disclosure" id={id} open={open} ref={details}>
      <summary className="disclosure__title">{title}</summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
