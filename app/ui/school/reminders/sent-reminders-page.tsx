import { Link } from "@remix-run/react";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { schoolTrail } from "../school-trail.ts";

interface SentRemindersPageProps {
  sent: readonly { id: string; firstName: string; lastName: string }[];
}

/** Whom the reader has just written to. */
export function SentRemindersPage({ sent }: SentRemindersPageProps) {
  const told =
    sent.length === 0 ? "Aucun message à montrer." : `${plural(sent.length, "élève")} : le message part.`;
  return (
    <Page narrow>
      <PageHeader title="Encourager des élèves" trail={schoolTrail} />
      <Notice tone={sent.length > 0 ? "success" : "info"} title={told} live>
        <p>
          Chaque élève le lit dans son espace, et le reçoit par e-mail quand son adresse est connue. Rien ne
          part la nuit.
        </p>
      </Notice>
      <ul>
        {sent.map(({ id, firstName, lastName }) => (
          <li key={id}>
            <Link to={paths.school.pupil(id)}>
              {lastName} {firstName}
            </Link>
          </li>
        ))}
      </ul>
      <ButtonLink to={paths.school.home()}>Revenir au tableau</ButtonLink>
    </Page>
  );
}
