import type { Topic } from "#app/domain/notifications/topics.ts";

interface TopicText {
  /** As a choice: what one gets. */
  label: string;
  /** In a sentence: "ne plus recevoir …". */
  inSentence: string;
  hint: string;
}

const TEXTS: Record<Topic, TopicText> = {
  follow: {
    label: "Le suivi, quand il n’y a rien à faire",
    inSentence: "les messages de suivi qui ne demandent rien",
    hint: "Par exemple : une candidature retirée, une place libérée.",
  },
  reminders: {
    label: "Les rappels",
    inSentence: "les rappels avant une échéance",
    hint: "Avant qu’un délai se termine : une réponse à donner, un stage à confirmer. Pour la direction : le point du matin.",
  },
  alerts: {
    label: "Les alertes",
    inSentence: "les alertes sur les offres",
    hint: "Par exemple : une offre paraît pour l’une de vos recherches, ou se libère.",
  },
  advice: {
    label: "Les fiches pratiques",
    inSentence: "les fiches pratiques",
    hint: "Avant le stage : l’adresse, l’heure, ce qu’il faut prévoir.",
  },
  opinions: {
    label: "Les demandes d’avis et les remerciements",
    inSentence: "les demandes d’avis et les remerciements",
    hint: "Après le stage : deux questions, jamais plus.",
  },
};

export function topicText(topic: Topic): TopicText {
  return TEXTS[topic];
}
