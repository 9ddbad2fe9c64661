import { frenchDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { sampleLink, toHost, toPupil } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  erasedOn: CalendarDate;
  link: string;
}

const news = ({ erasedOn }: Props) =>
  `Vous avez demandé l’effacement de votre compte. Il aura lieu dans la nuit du ${frenchDate(erasedOn)}. Vos appareils sont tous déconnectés.`;
const CHANGE =
  "Vous changez d’avis, ou ce n’est pas vous ? Il suffit de se connecter avant cette date : rien n’est effacé.";

/** To someone who has asked for their account to be erased. */
export const erasureRequested = defineEmail<Props>()({
  name: "erasure-requested",
  sentOn: ["retention.erasure_requested"],
  topic: null,
  because: () => BECAUSE.account,
  subject: ({ erasedOn }) => `Votre compte sera effacé le ${frenchDate(erasedOn)}`,
  title: () => "Votre compte sera effacé",
  preview: () => "Pour le garder, connectez-vous avant cette date.",
  action: ({ link }) => ({ label: "Garder mon compte", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Paragraph>{CHANGE}</Paragraph>
    </>
  ),
  text: (props) => [news(props), CHANGE],
  samples: [
    toPupil({ erasedOn: "2027-03-09", link: sampleLink("/connexion") }),
    toHost({ erasedOn: "2027-03-09", link: sampleLink("/connexion") }),
  ],
});
