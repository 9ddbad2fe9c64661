import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export interface ButtonLinkProps {
  to: string;
  children: ReactNode;
  variant?: "primary" | "secondary" | "tertiary";
  icon?: `fr-icon-${string}`;
  size?: "sm" | "lg";
  /** For files and other routes without a page: a plain navigation. */
  reloadDocument?: boolean;
}

/** A link that looks like a button. */
export function ButtonLink({
  to,
  children,
  variant = "primary",
  icon,
  size,
  reloadDocument,
}: ButtonLinkProps) {
  const classes = [
    "fr-btn",
    variant === "primary" ? "" : `fr-btn--${variant}`,
    size ? `fr-btn--${size}` : "",
  ];
  if (icon) classes.push("fr-btn--icon-left", icon);
  return (
    <Link className={classes.filter(Boolean).join(" ")} to={to} reloadDocument={reloadDocument ?? false}>
      {children}
    </Link>
  );
}

/** Buttons side by side, one under the other on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
