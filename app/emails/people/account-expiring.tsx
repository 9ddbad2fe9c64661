import { frenchDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { sampleLink, toHost } from "#app/emails/samples.ts";

interface Props {
  erasedOn: CalendarDate;
  link: string;
}

const NEWS = "Votre compte n’a pas servi depuis presque deux ans.";
const whatFollows = ({ erasedOn }: Props) =>
  `Sans nouvelle de vous, il sera effacé le ${frenchDate(erasedOn)}, avec ce qui permet de vous reconnaître.`;
const KEEP =
  "Pour le garder, il suffit de se connecter une fois avant cette date. Sinon, il n’y a rien à faire.";

/** To someone of a school or a host who has not come for almost two years. */
export const accountExpiring = defineEmail<Props>()({
  name: "account-expiring",
  sentOn: ["retention.account_expiring"],
  topic: null,
  because: () => BECAUSE.account,
  subject: ({ erasedOn }) => `Votre compte sera effacé le ${frenchDate(erasedOn)}`,
  title: () => "Votre compte sera bientôt effacé",
  preview: () => "Connectez-vous une fois pour le garder.",
  action: ({ link }) => ({ label: "Me connecter", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Paragraph>{whatFollows(props)}</Paragraph>
      <Paragraph>{KEEP}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, whatFollows(props), KEEP],
  samples: [toHost({ erasedOn: "2027-03-15", link: sampleLink("/connexion") })],
});
