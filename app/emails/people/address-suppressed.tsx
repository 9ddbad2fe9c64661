import { List, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { BECAUSE, listLines } from "#app/emails/wording.ts";
import { CLASS, PUPIL, sampleLink, toHost, toSchool } from "#app/emails/samples.ts";

type Whose = "pupil" | "guardian" | "staff" | "host";

interface Props {
  whose: Whose;
  /** "Inès, 2de B" for a pupil or a representative; the name of a colleague. */
  people: string[];
  /** The pupil that it is about, when it is about one alone. */
  pupilFirstName: string | null;
  link: string;
}

const NEWS: Record<Whose, string> = {
  pupil: "Nos messages ne parviennent plus à l’adresse électronique de :",
  guardian: "Nos messages ne parviennent plus à l’adresse électronique d’un responsable légal de :",
  staff: "Nos messages ne parviennent plus à l’adresse électronique de votre collègue :",
  host: "Nos messages ne parviennent plus à l’adresse électronique de votre collègue :",
};

const NEXT: Record<Whose, string> = {
  pupil: "Merci de vérifier l’adresse avec l’élève. D’ici là, ses messages l’attendent dans son espace.",
  guardian: "Merci de vérifier l’adresse avec la famille, et de la joindre autrement s’il y a urgence.",
  staff: "Merci de le lui dire : son adresse peut être vérifiée, puis rétablie, depuis son compte.",
  host: "Merci de le lui dire : son adresse peut être vérifiée, puis rétablie, depuis son compte.",
};

const ABOUT = {
  pupil: "d’un élève",
  guardian: "d’un responsable légal",
  staff: "d’un collègue",
  host: "d’un collègue",
};

/** To those who can reach the owner of the address by another way. */
export const addressSuppressed = defineEmail<Props>()({
  name: "address-suppressed",
  sentOn: ["address.suppressed"],
  topic: null,
  because: ({ whose }) => (whose === "host" ? BECAUSE.host : BECAUSE.school),
  subject: ({ whose, pupilFirstName }) =>
    pupilFirstName === null
      ? `L’adresse ${ABOUT[whose]} ne reçoit plus nos messages`
      : staffSubject(`Adresse ${ABOUT[whose]} à corriger`, { pupilFirstName }),
  title: () => "Une adresse ne reçoit plus nos messages",
  preview: ({ whose }) => `L’adresse électronique ${ABOUT[whose]} est à vérifier.`,
  action: ({ whose, link }) => ({
    label: whose === "host" ? "Ouvrir mon espace" : "Ouvrir l’espace établissement",
    link,
  }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS[props.whose]}</Paragraph>
      <List items={props.people} />
      <Paragraph>{NEXT[props.whose]}</Paragraph>
    </>
  ),
  text: (props) => [NEWS[props.whose], listLines(props.people), NEXT[props.whose]],
  samples: [
    toSchool({
      whose: "pupil",
      people: [`${PUPIL}, ${CLASS}`],
      pupilFirstName: PUPIL,
      link: sampleLink("/etablissement"),
    }),
    toSchool({
      whose: "guardian",
      people: [`${PUPIL}, ${CLASS}`, "Malo, 2de C"],
      pupilFirstName: null,
      link: sampleLink("/etablissement"),
    }),
    toSchool({
      whose: "staff",
      people: ["Paul Moreau"],
      pupilFirstName: null,
      link: sampleLink("/etablissement"),
    }),
    toHost({ whose: "host", people: ["Omar Kaci"], pupilFirstName: null, link: sampleLink("/employeur") }),
  ],
});
