import { frenchDistance } from "#app/kernel/geo.ts";
import { Box, OfferLinks, Paragraph, SmallLink, SmallPrint } from "#app/emails/email-parts.tsx";
import { styles } from "#app/emails/email-styles.ts";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { NEARBY, sampleLink, toPupil } from "#app/emails/samples.ts";

interface AlertOffer {
  title: string;
  hostName: string;
  town: string;
  /** From the place of the search; null when it names none. */
  distanceKm: number | null;
  approximate: boolean;
  link: string;
}

interface Props {
  /** The newest, some of them when they are many. */
  offers: AlertOffer[];
  /** How many there are in all. */
  total: number;
  /** Each with where to stop its alerts. */
  searches: { description: string; stopLink: string }[];
  link: string;
}

const count = (total: number) => (total === 1 ? "une nouvelle offre" : `${total} nouvelles offres`);

const news = ({ total, searches }: Props) =>
  total === 1
    ? `Une offre vient de paraître, ou d’avoir de nouveau une place, pour ${searches.length > 1 ? "vos recherches" : "votre recherche"} :`
    : `${total} offres viennent de paraître, ou d’avoir de nouveau une place, pour ${searches.length > 1 ? "vos recherches" : "votre recherche"} :`;

const where = ({ hostName, town, distanceKm, approximate }: AlertOffer) =>
  `${hostName}, ${town}${distanceKm === null ? "" : `, à ${frenchDistance(distanceKm, approximate)}`}`;

const others = ({ offers, total }: Props) => {
  const left = total - offers.length;
  if (left <= 0) return null;
  return left === 1 ? "Et une autre offre à découvrir." : `Et ${left} autres offres à découvrir.`;
};

const next = ({ total }: Props) =>
  `Les places partent vite : si ${total === 1 ? "elle" : "l’une d’elles"} vous plaît, quelques phrases suffisent pour candidater.`;
const STOP = "Arrêter cette alerte";

const SEARCHES = [
  {
    description: "À moins de 30 km de Rennes (35), secteur Artisanat d’art, pour la semaine 1",
    stopLink: sampleLink("/alertes/AZjA3kV0mWq7b2x8"),
  },
  {
    description: "Dans toute la France, avec « lutherie »",
    stopLink: sampleLink("/alertes/AZjA3kV0mWq7b2x7"),
  },
];

/** To a pupil, of the offers that answer the searches they keep: one e-mail for all of them. */
export const alertMatched = defineEmail<Props>()({
  name: "alert-matched",
  sentOn: ["alert.matched"],
  topic: "alerts",
  because: () => BECAUSE.searcher,
  subject: ({ total }) => `Stage de seconde : ${count(total)} pour vous`,
  title: ({ total }) =>
    total === 1 ? "Une nouvelle offre pour vous" : `${total} nouvelles offres pour vous`,
  preview: ({ offers, total }) =>
    total === 1
      ? `« ${offers[0]?.title ?? ""} » répond à votre recherche.`
      : `« ${offers[0]?.title ?? ""} », et d’autres offres, répondent à vos recherches.`,
  action: ({ total, link }) => ({ label: total === 1 ? "Voir l’offre" : "Voir les offres", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <OfferLinks offers={props.offers.map((offer) => ({ ...offer, where: where(offer) }))} />
      {others(props) ? <Paragraph>{others(props)}</Paragraph> : null}
      <Paragraph>{next(props)}</Paragraph>
      <Box style={styles.group}>
        {props.searches.map(({ description, stopLink }) => (
          <SmallPrint key={stopLink}>
            {description}
            <br />
            <SmallLink href={stopLink}>{STOP}</SmallLink>
          </SmallPrint>
        ))}
      </Box>
    </>
  ),
  text: (props) => [
    [news(props), ...props.offers.map((offer) => `- ${offer.title} (${where(offer)})\n  ${offer.link}`)].join(
      "\n",
    ),
    others(props),
    next(props),
    props.searches.map(({ description, stopLink }) => `${description}\n${STOP} :\n${stopLink}`).join("\n\n"),
  ],
  samples: [
    toPupil({ offers: NEARBY, total: 8, searches: SEARCHES, link: sampleLink("/eleve/alertes") }),
    toPupil({
      offers: NEARBY.slice(0, 1),
      total: 1,
      searches: SEARCHES.slice(0, 1),
      link: sampleLink("/offres/0198c2a1"),
    }),
  ],
});
