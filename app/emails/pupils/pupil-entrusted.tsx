import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { CLASS, PUPIL, sampleLink, toSchool } from "#app/emails/samples.ts";

interface Props {
  pupilFirstName: string;
  className: string;
  /** Who entrusts the pupil; null when that person is no longer known. */
  byName: string | null;
  link: string;
}

const news = ({ pupilFirstName, className, byName }: Props) =>
  `${byName ?? "Votre lycée"} vous confie le suivi du stage de ${pupilFirstName} (${className}).`;
const NEXT =
  "L’élève est maintenant dans votre tableau, avec ses candidatures, sa convention et ce que l’équipe a noté. Si ce n’est pas possible pour vous, vous pouvez rendre ce suivi depuis sa page.";

/** To the colleague: the reason is read on the pupil's page. */
export const pupilEntrustedEmail = defineEmail<Props>()({
  name: "pupil-entrusted",
  sentOn: ["pupil.entrusted"],
  topic: null,
  because: () => BECAUSE.school,
  subject: (props) => staffSubject("Stage à suivre", props),
  title: () => "Un stage vous est confié",
  preview: ({ className }) => `En ${className}, le suivi d’un stage vous est confié.`,
  action: ({ link }) => ({ label: "Voir sa page", link }),
  ...emailContent((props: Props) => [news(props), NEXT]),
  samples: [
    toSchool({
      pupilFirstName: PUPIL,
      className: CLASS,
      byName: "Sophie Bernard",
      link: sampleLink("/etablissement/eleves/0198c1a6"),
    }),
  ],
});
