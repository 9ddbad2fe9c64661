import type { DoneCode, DonePage } from "#app/paths.ts";
import type { DoneText } from "./done-text.ts";
import { SCHOOL_DONE_TEXTS } from "./schools/done-of-schools.ts";

/** Pages whose words depend on the thing itself: they write them beside it. */
type TellsItself = "pupilApplication" | "guardianApplication" | "guardianCode" | "apply" | "failures";
export type ToldPage = Exclude<DonePage, TellsItself>;

/** The same whether the address has an account or not. */
const LINK_SENT: DoneText = {
  title: "Si un compte a cette adresse, un lien vient d’y être envoyé.",
  text: "Il arrive en général en une minute. Pensez à regarder dans les spams (courriers indésirables).",
};

const LINK_SENT_ALREADY: DoneText = {
  title: "Plusieurs liens ont été demandés pour cette adresse : aucun autre ne part avant une heure.",
  text: "Ouvrez le dernier e-mail reçu : s’il y a un compte, son lien fonctionne encore. Pensez à regarder dans les spams.",
};

/** What each page says of what was just done. */
export const DONE_TEXTS: { readonly [On in ToldPage]: Record<DoneCode<On>, DoneText> } = {
  ...SCHOOL_DONE_TEXTS,
  signIn: {
    effacement: {
      title: "Votre compte sera effacé dans sept jours.",
      text: "Vous changez d’avis ? Connectez-vous avant : rien ne sera effacé.",
    },
    deconnexion: {
      title: "Votre session est fermée.",
      text: "Vous pouvez quitter cette page sans risque.",
    },
    "adresse-changee": {
      title: "L’adresse de votre compte est changée.",
      text: "Tous vos appareils sont déconnectés. Connectez-vous avec la nouvelle adresse.",
    },
    administration: {
      title: "Vous avez maintenant accès à l’administration.",
      text: "Connectez-vous avec votre compte habituel.",
    },
  },
  hosts: {
    note: { title: "Votre note est enregistrée. Toute l’équipe la lit." },
    "note-supprimee": { title: "Votre note est supprimée." },
  },
  found: {
    confirme: {
      title: "Merci ! Ce stage est confirmé.",
      text: "L’élève et son établissement sont prévenus. Gardez ce lien : il sert aussi à corriger votre partie de la convention.",
    },
    enregistre: { title: "Votre partie est enregistrée.", text: "L’établissement la relit." },
  },
  foundInternships: {
    envoye: {
      title: "La demande est partie à la structure.",
      text: "Elle reçoit un lien pour confirmer le stage. Sa réponse sera affichée ici.",
    },
    renvoye: {
      title: "Un nouveau lien est parti à la structure.",
      text: "Les liens envoyés avant ne fonctionnent plus.",
    },
    annule: { title: "Ce stage est annulé. Les dates sont de nouveau libres." },
  },
  heldSeats: {
    refusee: { title: "C’est noté : cette place n’est plus gardée.", text: "Les autres le sont toujours." },
  },
  activation: {
    active: { title: "Votre compte est activé." },
    adresse: {
      title: "Votre compte est activé.",
      text: "Un message vient de partir à votre adresse : ouvrez son lien pour la confirmer.",
    },
  },
  signUpHost: {
    envoye: {
      title: "Un message vient de partir à votre adresse.",
      text: "Ouvrez le lien qu’il contient : votre compte sera créé. Il arrive en général en une minute, pensez à regarder dans les spams (courriers indésirables).",
    },
  },
  team: {
    acceptee: { title: "Cette personne fait partie de votre équipe." },
    refusee: { title: "La demande est refusée. Cette personne en est prévenue." },
  },
  security: {
    "mot-de-passe": {
      title: "Votre mot de passe est changé.",
      text: "Vos autres appareils sont déconnectés.",
    },
    "adresse-demandee": {
      title: "Votre demande est enregistrée.",
      text: "Les messages arrivent en général en une minute. Pensez à regarder dans les spams (courriers indésirables).",
    },
    "adresse-annulee": { title: "Votre adresse reste la même. Le changement est annulé." },
    "adresse-confirmee": { title: "Votre nouvelle adresse est confirmée." },
    "adresse-changee": {
      title: "L’adresse de votre compte est changée.",
      text: "Vos autres appareils sont déconnectés. Vous vous connecterez avec la nouvelle adresse.",
    },
  },
  sessions: {
    deconnecte: { title: "Cet appareil est déconnecté." },
    deconnectes: { title: "Tous les autres appareils sont déconnectés." },
  },
  passkeys: {
    ajoutee: { title: "La clé d’accès est ajoutée. Elle ouvre votre compte dès maintenant." },
    supprimee: { title: "La clé d’accès est supprimée. Elle n’ouvre plus votre compte." },
  },
  forgottenPassword: {
    envoye: LINK_SENT,
    "deja-envoye": LINK_SENT_ALREADY,
    "changement-arrete": {
      title: "Le changement d’adresse est arrêté, et tous les appareils sont déconnectés.",
      text: "Quelqu’un d’autre connaît peut-être votre mot de passe : choisissez-en un nouveau maintenant.",
    },
  },
  signInLink: { envoye: LINK_SENT, "deja-envoye": LINK_SENT_ALREADY },
  oneTimeLink: {
    accord: {
      title: "Merci, c’est noté.",
      text: "L’adresse changera dès que la nouvelle sera confirmée, par le message qui y est arrivé.",
    },
    transmise: {
      title: "Votre demande est transmise à l’établissement.",
      text: "Vous recevrez un e-mail dès que la direction ou le secrétariat aura répondu.",
    },
    invite: {
      title: "Une invitation vient de partir à l’adresse indiquée.",
      text: "Le lien qu’elle contient crée votre accès. Elle arrive en général en une minute.",
    },
    renouvele: { title: "Un nouveau lien vient d’être envoyé.", text: "Il arrive en général en une minute." },
  },
  account: {
    messages: { title: "Vos choix sont enregistrés." },
    adresse: { title: "Nous écrirons de nouveau à votre adresse." },
    delie: { title: "Ce compte est délié : il n’ouvre plus le vôtre." },
    "structure-quittee": {
      title: "Vous ne faites plus partie de cette structure.",
      text: "Votre compte reste ouvert. Vous travaillez dans un lycée ? Demandez à le rejoindre depuis la page « Établissements ».",
    },
    "adresse-confirmee": {
      title: "Votre adresse est confirmée.",
      text: "Vous pouvez vous connecter avec elle, et choisir un autre mot de passe si vous l’oubliez.",
    },
  },
  notifications: { "tout-lu": { title: "Tout est marqué comme lu." } },
  pupilHome: {
    agenda: {
      title: "Nouveau lien d’agenda créé",
      text: "L’ancien ne s’ouvre plus. Pour continuer à voir vos dates, abonnez de nouveau votre agenda, en bas de cette page.",
    },
  },
  favourites: { oubliees: { title: "Les offres que vous aviez ouvertes sont oubliées" } },
  alerts: {
    create: {
      title: "Alerte créée",
      text: "Un message vous préviendra dès qu’une offre répondra à cette recherche. Vous pouvez préférer un message chaque matin.",
    },
    stop: { title: "Alerte arrêtée", text: "Elle reste ici\u00a0: un clic suffit pour la reprendre." },
    restart: {
      title: "Alerte reprise",
      text: "Un message vous préviendra des offres qui paraîtront à partir de maintenant.",
    },
    delete: { title: "Alerte supprimée", text: "Vous pouvez en créer une autre à partir d’une recherche." },
    frequency: { title: "Fréquence changée", text: "C’est noté, dès la prochaine offre." },
  },
  problem: {
    envoye: {
      title: "Votre message est envoyé",
      text: "Vous verrez ici qui l’a lu, et quand. Sans lecture d’ici un jour de classe, un autre adulte du lycée est prévenu.",
    },
  },
  pupilStay: {
    journal: { title: "Votre journal est enregistré." },
    grille: { title: "Votre grille est enregistrée." },
  },
  supervisorVisit: {
    note: { title: "C’est noté, merci.", text: "Le lycée le voit dès maintenant." },
  },
  ownHelpRequest: {
    envoye: { title: "Votre message est envoyé", text: "Vous verrez ici qui l’a lu, et la réponse." },
  },
  hostOffers: {
    brouillon: { title: "Votre brouillon est gardé. Vous pouvez le reprendre quand vous voulez." },
    supprime: { title: "Le brouillon est supprimé." },
  },
  hostOffer: {
    publiee: { title: "Votre offre est publiée : les élèves la trouvent dès maintenant." },
    examen: {
      title: "Votre offre est enregistrée : nous la relisons avant de la montrer aux élèves.",
      text: "Vous recevrez un e-mail dès que c’est fait. Rien d’autre à faire de votre côté.",
    },
    pause: { title: "L’offre est en pause : elle n’apparaît plus dans les recherches." },
    reprise: { title: "L’offre est de nouveau en ligne." },
    limite: { title: "Votre choix est enregistré." },
  },
  hostApplication: {
    acceptee: {
      title: "Candidature acceptée",
      text: "L’élève reçoit un message et doit maintenant confirmer son stage.",
    },
    refusee: { title: "Candidature refusée", text: "L’élève reçoit un message, avec la raison choisie." },
    "refus-annule": {
      title: "Refus annulé",
      text: "L’élève reçoit un message. Sa candidature attend de nouveau votre réponse.",
    },
    annulee: {
      title: "Place annulée",
      text: "L’élève reçoit un message, avec la raison choisie. La place est libre.",
    },
    "annulee-en-pause": {
      title: "Place annulée, offre en pause",
      text: "L’élève reçoit un message, avec la raison choisie. L’offre n’est plus proposée à d’autres élèves : vous la rouvrirez quand vous voudrez.",
    },
    transmise: {
      title: "Candidature transmise",
      text: "L’élève reçoit un message. Elle vous attend maintenant ici.",
    },
  },
  agreement: {
    validee: {
      title: "Convention validée",
      text: "La structure d’accueil, l’élève et la direction sont prévenus. La convention est prête à signer.",
    },
    "validation-annulee": {
      title: "Validation annulée",
      text: "Les personnes prévenues reçoivent un nouveau message. La convention est de nouveau à valider.",
    },
    modification: {
      title: "Demande envoyée",
      text: "La partie concernée est prévenue. Vous recevrez un message quand la convention sera de nouveau complète.",
    },
    enregistree: { title: "Partie enregistrée", text: "Merci, la convention est à jour." },
  },
  moderation: {
    approuvee: { title: "Offre approuvée : les élèves la trouvent dès maintenant." },
    refusee: { title: "Offre refusée : la personne qui l’a écrite reçoit vos explications par e-mail." },
  },
  siretHolder: {
    detache: {
      title: "Le SIRET est détaché",
      text: "Les offres sont en pause et les membres prévenus par e-mail. La structure à qui ce numéro appartient peut s’inscrire avec.",
    },
    rendu: {
      title: "Le SIRET est rendu",
      text: "Les membres sont prévenus. Leurs offres restent en pause jusqu’à ce qu’ils les remettent en ligne.",
    },
  },
  campaign: {
    creee: { title: "La campagne est créée", text: "Le service la suit dès maintenant." },
    modifiee: {
      title: "La campagne est modifiée",
      text: "Le service suit les nouvelles valeurs dès maintenant.",
    },
  },
  foundAccount: {
    retire: {
      title: "Le second facteur est retiré",
      text: "La personne est prévenue, et en installe un autre à sa prochaine connexion.",
    },
    deconnecte: { title: "Toutes les sessions de ce compte sont fermées" },
  },
  schoolImport: {
    envoye: {
      title: "Les fichiers sont arrivés",
      text: "L’import a lieu sans vous : vous pouvez quitter cette page.",
    },
    abandonne: { title: "L’import est abandonné", text: "Les établissements sont restés comme ils étaient." },
  },
  synonyms: {
    ajoute: { title: "Groupe ajouté : les recherches en tiennent déjà compte." },
    modifie: { title: "Groupe modifié : les recherches en tiennent déjà compte." },
    supprime: { title: "Groupe supprimé : ses mots ne trouvent plus qu’eux-mêmes." },
  },
};
