import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { Action, Facts, Letter, Paragraph } from "./letter.tsx";
import type { EmailTemplate } from "./template.ts";
import { action, BECAUSE, letter } from "./wording.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  town: string;
  /** Empty when the host answered before this letter was written. */
  answerBefore: Date | null;
  link: string;
}

/** To the pupil who applied. */
export const applicationSent: EmailTemplate<Props> = {
  name: "application-sent",
  subject: () => "Candidature envoyée",
  Html: ({ firstName, offerTitle, hostName, town, answerBefore, link }) => (
    <Letter
      title="Votre candidature est envoyée"
      preview="L’employeur l’a reçue."
      firstName={firstName}
      because={BECAUSE.pupil}
    >
      <Paragraph>Bravo, c’est fait : l’employeur a reçu votre candidature.</Paragraph>
      <Facts
        items={[
          ["Offre", offerTitle],
          ["Employeur", `${hostName}, ${town}`],
          ["Réponse attendue avant le", answerBefore && frenchDateTime(answerBefore)],
        ]}
      />
      <Paragraph>
        Sans réponse à cette date, votre candidature sera libérée : rien ne reste en attente sans fin. D’ici
        là, vous pouvez candidater à d’autres offres.
      </Paragraph>
      <Action label="Suivre ma candidature" link={link} />
    </Letter>
  ),
  text: ({ firstName, offerTitle, hostName, town, answerBefore, link }) =>
    letter(
      firstName,
      [
        `Bravo, c’est fait : ${hostName} (${town}) a reçu votre candidature à l’offre « ${offerTitle} ».`,
        answerBefore &&
          `La réponse est attendue avant le ${frenchDateTime(answerBefore)}. Sans réponse à cette date, votre candidature sera libérée.`,
        "D’ici là, vous pouvez candidater à d’autres offres.",
        action("Suivre ma candidature", link),
      ],
      BECAUSE.pupil,
    ),
};
