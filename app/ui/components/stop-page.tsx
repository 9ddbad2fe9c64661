import type { ReactNode } from "react";

import { HiddenIntent, SubmitButton, SubmitForm } from "./form.tsx";
import { Page, PageHeader } from "./page-header.tsx";

interface StopPageProps {
  stopped: boolean;
  /** Of the page and of its button. */
  title: string;
  /** What the button says once it has stopped. */
  resume: string;
  /** What will stop, then that it has. */
  children: ReactNode;
  /** Where there is more to choose. */
  more: ReactNode;
}

/** What an e-mail's link leads to: what will stop, and a button; once it has stopped, the way back. */
export function StopPage({ stopped, title, resume, children, more }: StopPageProps) {
  return (
    <Page narrow>
      <PageHeader title={stopped ? "C’est noté" : title} />
      {children}
      <SubmitForm>
        <HiddenIntent value={stopped ? "resume" : "stop"} />
        <SubmitButton variant={stopped ? "secondary" : "primary"}>{stopped ? resume : title}</SubmitButton>
      </SubmitForm>
      <p className="page-more">{more}</p>
    </Page>
  );
}
