import { Alert } from "@codegouvfr/react-dsfr/Alert";
import type { ReactNode } from "react";

import { typeset } from "#app/kernel/typography.ts";

export interface NoticeProps {
  tone?: "info" | "success" | "warning" | "error";
  title: string;
  children?: ReactNode;
  /** Heading level, so that the outline of the page stays right. */
  level?: 2 | 3 | 4;
  /** Announced when it appears after an action; leave out for what the page always says. */
  live?: boolean;
  id?: string;
}

export function Notice({ tone = "info", title, children, level = 2, live = false, id }: NoticeProps) {
  return (
    <Alert
      {...(id ? { id } : {})}
      className="notice"
      severity={tone}
      as={`h${level}`}
      title={typeset(title)}
      role={live ? (tone === "error" ? "alert" : "status") : undefined}
      {...(children ? { description: <div>{children}</div> } : {})}
    />
  );
}
