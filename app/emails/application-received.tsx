import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { Action, Facts, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter, periodText } from "./wording.ts";

interface Props {
  offerTitle: string;
  pupilFirstName: string;
  schoolTown: string | null;
  period: Period | null;
  answerBefore: Date;
  link: string;
}

/** To each employer of the host: first name, class level and town of the school, nothing more. */
export const applicationReceived: EmailTemplate<Props> = {
  name: "application-received",
  subject: ({ offerTitle }) => `Nouvelle candidature : ${offerTitle}`,
  Html: ({ firstName, offerTitle, pupilFirstName, schoolTown, period, answerBefore, link }) => (
    <Letter
      title="Une nouvelle candidature"
      preview="Une réponse, même négative, aide beaucoup."
      firstName={firstName}
      because={BECAUSE.host}
    >
      <Paragraph>
        {pupilFirstName} aimerait découvrir votre métier et vient de répondre à votre offre « {offerTitle} ».
      </Paragraph>
      <Facts
        items={[
          ["Niveau", "Seconde"],
          ["Ville du lycée", schoolTown],
          ["Dates", period && periodText(period)],
          ["Merci de répondre avant le", frenchDateTime(answerBefore)],
        ]}
      />
      <Paragraph>
        Une réponse, même négative, aide beaucoup : elle permet de chercher ailleurs à temps.
      </Paragraph>
      <Action label="Lire et répondre" link={link} />
    </Letter>
  ),
  text: ({ firstName, offerTitle, pupilFirstName, schoolTown, period, answerBefore, link }) =>
    letter(
      firstName,
      [
        `${pupilFirstName}, en seconde${schoolTown ? ` (ville du lycée : ${schoolTown})` : ""}, a répondu à votre offre « ${offerTitle} ».`,
        period && `Dates demandées : ${periodText(period)}.`,
        `Merci de répondre avant le ${frenchDateTime(answerBefore)}. Une réponse, même négative, aide beaucoup : elle permet de chercher ailleurs à temps.`,
        action("Lire et répondre", link),
      ],
      BECAUSE.host,
    ),
};
