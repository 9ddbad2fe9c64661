import type { ReactNode } from "react";

import { ofName } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { employerTrail } from "./employer-trail.ts";

interface ApplicationActPageProps {
  /** What is done, before the first name: "Annuler la place". */
  act: string;
  application: { id: string; firstName: string };
  /** What was wrong with the form sent before. */
  refusal: Refusal | undefined;
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
      <RefusalNotice refusal={refusal} tone="error" />
      {children}
    </Page>
  );
}
