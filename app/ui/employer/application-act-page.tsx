import type { ReactNode } from "react";

import { ofName } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { employerTrail } from "./employer-trail.ts";

/** What was wrong with the form sent before, for the whole and by field. */
export type ActRefusal = { message: string | null; errors: Record<string, string[]> } | undefined;

interface ApplicationActPageProps {
  /** What is done, before the first name: "Annuler la place". */
  act: string;
  application: { id: string; firstName: string };
  refusal: ActRefusal;
  children: ReactNode;
}

/** The page of one act on an application: under the application itself, with what was refused first. */
export function ApplicationActPage({ act, application, refusal, children }: ApplicationActPageProps) {
  const name = ofName(application.firstName);
  return (
    <Page narrow>
      <PageHeader
        title={`${act} ${name}`}
        trail={[
          ...employerTrail,
          { to: paths.employer.applications(), label: "Candidatures reçues" },
          { to: paths.employer.application(application.id), label: `Candidature ${name}` },
        ]}
      />
      {refusal?.message ? <Notice tone="error" title={refusal.message} live /> : null}
      <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
      {children}
    </Page>
  );
}
