import type { DoneCode } from "#app/paths.ts";
import type { DoneText } from "../done-text.ts";

type SchoolPage =
  | "toReplace"
  | "schoolProfile"
  | "schoolTeam"
  | "classes"
  | "classCards"
  | "rosterImport"
  | "newPupil"
  | "followedStay"
  | "followUp"
  | "helpRequest"
  | "schoolBoard"
  | "followedPupil"
  | "classGroup"
  | "families"
  | "joinSchool";

/** What the pages of schools say of what was just done. */
export const SCHOOL_DONE_TEXTS: { readonly [On in SchoolPage]: Record<DoneCode<On>, DoneText> } = {
  toReplace: {
    gardees: {
      title: "Des places sont gardées pendant deux jours.",
      text: "L’élève les trouve dans son espace. Un appel aide à choisir vite.",
    },
    liberee: { title: "La place est libérée.", text: "Elle est de nouveau ouverte à tous." },
  },
  schoolProfile: {
    enregistree: {
      title: "La fiche est enregistrée.",
      text: "Les conventions créées à partir de maintenant en tiennent compte.",
    },
    image: {
      title: "L’image est enregistrée.",
      text: "Les conventions créées à partir de maintenant la porteront.",
    },
    "image-retiree": {
      title: "L’image est retirée.",
      text: "Les conventions déjà créées avec elle la gardent.",
    },
  },
  schoolTeam: {
    acceptee: {
      title: "La demande est acceptée.",
      text: "Une invitation part à l’adresse de cette personne.",
    },
    refusee: { title: "La demande est refusée.", text: "La personne en est prévenue par e-mail." },
    remplacee: {
      title: "Le changement de direction est enregistré.",
      text: "Une invitation part à la nouvelle direction. L’accès de la précédente s’arrête ce jour-là.",
    },
    facteur: {
      title: "Le second facteur est retiré.",
      text: "La personne est prévenue, et en installe un autre à sa prochaine connexion.",
    },
    invite: { title: "L’invitation est partie.", text: "Le lien qu’elle contient est valable sept jours." },
    retire: { title: "Cette personne n’a plus accès à l’espace de l’établissement." },
  },
  classes: {
    ajoutee: { title: "La classe est ajoutée.", text: "Vous pouvez maintenant y inscrire ses élèves." },
    effectif: { title: "L’effectif est enregistré." },
    confiee: { title: "La classe est confiée.", text: "Cette personne suit ses élèves dès maintenant." },
    retiree: {
      title: "La classe est retirée.",
      text: "Cette personne ne voit plus ses élèves. Les conventions déjà créées gardent son nom.",
    },
  },
  classCards: {
    annule: {
      title: "Les codes choisis sont annulés.",
      text: "Les cartes qui les portent ne servent plus. Les comptes déjà activés restent ouverts.",
    },
  },
  rosterImport: {
    envoye: { title: "Votre fichier est arrivé. Rien n’est encore enregistré." },
    colonnes: { title: "Les colonnes sont retenues pour vos prochains fichiers." },
    confirme: { title: "L’import est lancé." },
    abandonne: { title: "L’import est abandonné et le fichier effacé. Rien n’a changé." },
  },
  newPupil: {
    ajoute: {
      title: "L’élève est dans la classe.",
      text: "Vous pouvez en ajouter un autre.",
    },
  },
  followedStay: {
    grille: { title: "La grille du lycée est enregistrée." },
    "lien-envoye": { title: "Le lien vient de partir à la structure." },
    "lien-remplace": { title: "Un nouveau lien vient de partir.", text: "Les précédents ne s’ouvrent plus." },
    "lien-ferme": { title: "Le lien est fermé.", text: "Plus aucun lien envoyé n’ouvre ce stage." },
  },
  followUp: { note: { title: "C’est noté." } },
  helpRequest: {
    lue: { title: "L’élève voit que vous avez lu", text: "Sa demande attend encore une réponse." },
    repondue: {
      title: "Votre réponse est envoyée",
      text: "L’élève la lit dans son espace, et reçoit un message qui n’en dit rien.",
    },
    close: {
      title: "La demande est close",
      text: "Tout reste lisible. Si l’élève écrit de nouveau, elle se rouvre.",
    },
    rouverte: { title: "La demande est de nouveau en attente" },
  },
  schoolBoard: {
    familles: { title: "Réglage enregistré" },
    rendu: {
      title: "Le suivi est rendu",
      text: "L’équipe de la classe garde l’élève dans son tableau.",
    },
  },
  followedPupil: {
    situation: {
      title: "La situation est enregistrée",
      text: "L’équipe enseignante la voit. Vous pouvez l’annuler à tout moment.",
    },
    "situation-annulee": {
      title: "La situation est annulée",
      text: "L’élève reparaît parmi ceux à aider. L’historique la garde.",
    },
    echange: { title: "L’échange est noté", text: "Les collègues qui suivent l’élève le lisent aussi." },
    "echange-fait": { title: "L’échange est noté comme fait" },
    "echange-manque": { title: "L’échange est noté comme manqué" },
    note: { title: "La note est enregistrée", text: "Les collègues qui suivent l’élève la lisent aussi." },
    retire: { title: "C’est retiré", text: "Plus personne ne le lit." },
    confie: {
      title: "Le suivi est confié",
      text: "La personne choisie est prévenue, et voit l’élève dans son tableau.",
    },
    "suivi-repris": {
      title: "Le suivi est repris",
      text: "L’équipe de la classe garde l’élève dans son tableau.",
    },
    remis: { title: "C’est remis en place" },
    renvoye: { title: "L’adresse est enregistrée, les messages repartent" },
    corrige: {
      title: "L’adresse est enregistrée",
      text: "Aucun message perdu n’est encore utile : rien n’est renvoyé. Les prochains partiront à cette adresse.",
    },
  },
  classGroup: {
    lue: {
      title: "L’élève voit que vous avez lu sa demande",
      text: "Elle reste ici jusqu’à ce que quelqu’un y réponde.",
    },
    traitee: {
      title: "Réponse notée",
      text: "L’élève le voit. La demande reste dans « Demandes d’aide traitées ».",
    },
    rouverte: { title: "La demande d’aide attend de nouveau une réponse" },
  },
  families: {
    envoye: { title: "Lien envoyé", text: "Le lien habituel est reparti." },
    remplace: { title: "Lien remplacé", text: "Un nouveau lien est parti. Les anciens ne s’ouvrent plus." },
  },
  joinSchool: {
    demande: {
      title: "Un message vient de partir à votre adresse.",
      text: "Ouvrez le lien qu’il contient : la direction et le secrétariat recevront votre demande.",
    },
    envoye: {
      title: "Un lien vient de partir à l’adresse officielle de l’établissement.",
      text: "La personne qui lit cette boîte, direction ou secrétariat, ouvre l’espace et invite ses collègues.",
    },
  },
};
