import { Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { HOST, sampleLink, toHost } from "#app/emails/samples.ts";
import { BECAUSE } from "#app/emails/wording.ts";

interface Props {
  accepted: boolean;
  hostName: string;
  link: string;
}

const news = ({ accepted, hostName }: Props) =>
  accepted
    ? `Votre demande est acceptée : vous faites partie de l’équipe. Structure : ${hostName}.`
    : "Votre demande pour rejoindre cette structure n’est pas acceptée. Son numéro SIRET n’est peut-être pas le vôtre : parlez-en avec vos collègues.";

/** To whoever asked to join an organisation. One that refuses is not named: whoever asked may have nothing to do with it. */
export const hostClaimAnsweredEmail = defineEmail<Props>()({
  name: "host-claim-answered",
  sentOn: ["host.claim_answered"],
  topic: null,
  because: () => BECAUSE.account,
  subject: ({ accepted }) =>
    accepted ? "Vous faites partie de l’équipe" : "Votre demande n’est pas acceptée",
  title: ({ accepted }) => (accepted ? "Bienvenue dans l’équipe" : "Votre demande n’est pas acceptée"),
  preview: ({ accepted }) =>
    accepted ? "Vous pouvez publier des offres et répondre aux élèves." : "Voici ce que vous pouvez faire.",
  action: ({ link }) => ({ label: "Ouvrir mon espace", link }),
  Body: (props) => <Paragraph>{news(props)}</Paragraph>,
  text: (props) => [news(props)],
  samples: [
    toHost({ accepted: true, hostName: HOST, link: sampleLink("/employeur") }),
    toHost({ accepted: false, hostName: HOST, link: sampleLink("/employeur") }),
  ],
});
