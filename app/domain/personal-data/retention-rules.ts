/** What is over within hours: looked at every hour. */
export const HOURLY_ERASERS = [
  "access",
  "searches",
  "matches",
  "audit",
  "sign_in_failures",
  "rosters",
  "removed_entries",
] as const;
export type HourlyEraser = (typeof HOURLY_ERASERS)[number];
/** Looked at every night. Each has its code in `apply-retention.server.ts`. */
export type NightlyEraser = "pupils" | "accounts" | "agreements" | "messages" | "failed_jobs";

export interface RetentionRule {
  /** In the words of the register that everyone reads. */
  what: string;
  whose: string;
  why: string;
  until: string;
  source: string;
  erasedBy: HourlyEraser | NightlyEraser;
  /** Tables that hold it, under their names in the database. */
  tables: readonly string[];
}

/** Of staff and hosts who do not come back. */
export const IDLE_YEARS = 2;
/** Between the warning and the erasure. */
export const NOTICE_DAYS = 14;
/** Someone who asks to be erased may change their mind for so long. */
export const GRACE_DAYS = 7;
/** As long as a contract can be argued about. */
export const AGREEMENT_YEARS = 5;
/** Long enough to find out why a job failed. */
export const FAILED_JOB_DAYS = 30;

const LIMITED = "RGPD, article 5, 1, e (durée limitée)";

/**
 * What is kept, of whom, how long, and by what right: the job that erases works by these rules, and `/donnees-personnelles`
 * publishes them. Every table that may hold something of somebody is in one of them.
 */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    what: "Nom, prénom, date de naissance, classe, adresse électronique, téléphone, mot de passe, empreintes de l’INE, du numéro d’élève et du compte EduConnect",
    whose: "Élèves",
    why: "Reconnaître l’élève et remplir sa convention",
    until: "Le 30 septembre qui suit le stage. Il reste un nombre, sans nom",
    source: `${LIMITED}\u00a0; code de l’éducation, article D.\u00a0332-14`,
    erasedBy: "pupils",
    tables: [
      "persons",
      "identities",
      "pupil_numbers",
      "roster_keys",
      "recovery_codes",
      "affiliations",
      "class_members",
    ],
  },
  {
    what: "Listes d’élèves envoyées par les établissements, et ce qu’elles changeraient",
    whose: "Élèves, responsables légaux",
    why: "Les comparer, puis enregistrer les élèves et leurs responsables",
    until: "Dès la fin de l’import, un jour au plus. Il en reste des nombres, sans nom",
    source: LIMITED,
    erasedBy: "rosters",
    tables: ["roster_files", "roster_imports"],
  },
  {
    what: "Nom, adresse électronique, téléphone, empreinte du compte EduConnect relié",
    whose: "Responsables légaux",
    why: "Les informer des candidatures et remplir la convention",
    until: "Le 30 septembre qui suit le stage",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["guardians", "guardian_codes", "guardian_identities"],
  },
  {
    what: "Candidatures, lettres, réponses, avis donnés après le stage",
    whose: "Élèves",
    why: "Trouver un stage",
    until:
      "Le 30 septembre qui suit le stage pour les lettres et les brouillons. Les réponses et les avis restent, sans nom, pour les statistiques",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["applications", "application_weeks", "seat_holds", "opinions", "host_opinions", "state_changes"],
  },
  {
    what: "Stages trouvés ailleurs : nom et adresse électronique de la structure, réponse reçue",
    whose: "Élèves, employeurs",
    why: "Demander à la structure de confirmer le stage",
    until: "Le 30 septembre qui suit le stage",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["found_internships"],
  },
  {
    what: "Favoris, offres ouvertes, recherches enregistrées",
    whose: "Élèves",
    why: "Retrouver une offre, en proposer d’autres, prévenir des nouvelles",
    until: "Le 30 septembre qui suit le stage, ou plus tôt si l’élève les efface",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["favourites", "viewed_offers", "saved_searches"],
  },
  {
    what: "Offres trouvées pour les recherches enregistrées",
    whose: "Élèves",
    why: "Ne pas annoncer deux fois la même offre",
    until: "Quand l’offre est retirée, au plus tard le 30 septembre qui suit le stage",
    source: LIMITED,
    erasedBy: "matches",
    tables: ["saved_search_matches"],
  },
  {
    what: "Demandes d’aide («\u00a0J’ai un problème\u00a0»), réponses et suivi",
    whose: "Élèves",
    why: "Aider l’élève",
    until: "Le 30 septembre qui suit le stage",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["help_requests", "help_request_steps", "help_messages", "help_readers"],
  },
  {
    what: "Arrivée, absences et accidents signalés pendant le stage",
    whose: "Élèves",
    why: "Savoir où est chaque élève, et réagir le jour même",
    until: "Le 30 septembre qui suit le stage",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["presence_reports"],
  },
  {
    what: "Journal du stage et grille de compétences",
    whose: "Élèves",
    why: "Garder une trace de ce que le stage a appris",
    until: "Le 30 septembre qui suit le stage. L’élève peut garder son attestation",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["journal_entries", "skill_marks"],
  },
  {
    what: "Dispenses et accueils au lycée : dates, motif choisi dans une liste, programme",
    whose: "Élèves",
    why: "Savoir qui n’a pas de stage à chercher",
    until: "Le 30 septembre qui suit le stage",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["pupil_situations"],
  },
  {
    what: "Personnes à qui un élève est confié, et pourquoi",
    whose: "Élèves, personnels",
    why: "Savoir qui suit le stage de chaque élève",
    until: "Le 30 septembre qui suit le stage",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["pupil_referents"],
  },
  {
    what: "Mots d’encouragement envoyés par le lycée",
    whose: "Élèves",
    why: "Ne pas écrire deux fois de suite au même élève",
    until: "Le 30 septembre qui suit le stage",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["pupil_reminders"],
  },
  {
    what: "Échanges notés ou prévus avec l’élève, sa famille ou sa structure, et notes de l’équipe",
    whose: "Élèves",
    why: "Aider l’élève à plusieurs, sans lui redemander ce qui est su",
    until: "Le 30 septembre qui suit le stage",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["pupil_log_entries"],
  },
  {
    what: "Échanges et notes que leur auteur ou leur autrice a retirés",
    whose: "Élèves",
    why: "Pouvoir annuler un retrait fait par erreur",
    until: "Dans l’heure qui suit le retrait",
    source: LIMITED,
    erasedBy: "removed_entries",
    tables: ["pupil_log_entries"],
  },
  {
    what: "Conventions qui n’ont pas été validées, remarques, brouillons de document",
    whose: "Élèves, responsables, personnels, employeurs",
    why: "Préparer la convention",
    until: "Le 30 septembre qui suit le stage",
    source: LIMITED,
    erasedBy: "pupils",
    tables: ["agreements", "agreement_remarks"],
  },
  {
    what: "Conventions validées, et leur document",
    whose: "Élèves, responsables, personnels, employeurs",
    why: "Prouver ce qui a été convenu",
    until: `${AGREEMENT_YEARS} ans après leur validation`,
    source: "Code civil, article 2224 (prescription)",
    erasedBy: "agreements",
    tables: ["agreement_versions", "agreement_documents"],
  },
  {
    what: "Nom, adresse électronique, fonction, mot de passe, clés d’accès, second facteur, empreinte du compte académique ou ProConnect relié",
    whose: "Employeurs, personnels, administrateurs",
    why: "Reconnaître la personne et n’ouvrir que ce qui la concerne",
    until: `${IDLE_YEARS} ans après la dernière connexion, après un avertissement ${NOTICE_DAYS} jours avant`,
    source: LIMITED,
    erasedBy: "accounts",
    tables: [
      "persons",
      "identities",
      "passkeys",
      "recovery_codes",
      "affiliations",
      "second_factor_resets",
      "account_openings",
      "host_claims",
    ],
  },
  {
    what: "Personnes nommées par une structure et ses offres (signataire, tuteur, contact de prévention)",
    whose: "Employeurs",
    why: "Dire à l’élève et au lycée à qui s’adresser",
    until: "Quand plus personne de la structure n’a de compte",
    source: LIMITED,
    erasedBy: "accounts",
    tables: ["host_organisations", "host_sites", "siret_detachments", "offers", "offer_holds"],
  },
  {
    what: "Fiche d’un établissement : numéros et adresses de la maison, fonction à appeler, messages aux structures, qui l’a modifiée",
    whose: "Personnels",
    why: "Joindre l’établissement, et savoir qui a écrit ce que sa convention porte",
    until: "Les lignes quand l’établissement les change ; qui les a modifiées, avec son compte",
    source: LIMITED,
    erasedBy: "accounts",
    tables: ["school_profiles", "school_profile_changes"],
  },
  {
    what: "Notes de l’équipe d’un établissement sur une structure",
    whose: "Personnels",
    why: "Se souvenir, d’une année à l’autre, de qui accueille et comment",
    until: "Quand leur auteur les supprime, ou avec son compte",
    source: LIMITED,
    erasedBy: "accounts",
    tables: ["host_notes"],
  },
  {
    what: "Messages envoyés et notifications",
    whose: "Tout le monde",
    why: "Prouver qu’un message est parti, et le relire",
    until: "Le 30 septembre qui suit leur envoi",
    source: LIMITED,
    erasedBy: "messages",
    tables: ["messages", "message_batches", "stand_in_mails"],
  },
  {
    what: "Adresses qui ne reçoivent plus de messages, et sujets refusés",
    whose: "Tout le monde",
    why: "Ne pas écrire à qui ne le veut pas, ou ne le peut pas",
    until: "Avec le compte ou le responsable à qui est l’adresse",
    source: "RGPD, article 21 (opposition)",
    erasedBy: "accounts",
    tables: ["suppressed_addresses", "mail_opt_outs"],
  },
  {
    what: "Sessions, arrivées par EduConnect, le compte académique ou ProConnect, liens et codes envoyés ou imprimés, changements d’adresse demandés, inscriptions à confirmer, essais de connexion comptés",
    whose: "Tout le monde",
    why: "Laisser entrer la bonne personne, et elle seule",
    until:
      "Sessions\u00a0: 12 heures au plus. Arrivées\u00a0: un quart d’heure. Codes envoyés\u00a0: un jour après leur fin. Liens et codes imprimés\u00a0: 7 jours après leur fin. Changements d’adresse\u00a0: un mois. Demandes pour rejoindre un établissement\u00a0: deux mois. Compteurs\u00a0: dès qu’ils ne retiennent plus personne",
    source: "RGPD, article 32 (sécurité)",
    erasedBy: "access",
    tables: [
      "sessions",
      "provider_sessions",
      "federation_flows",
      "federation_arrivals",
      "one_time_links",
      "email_changes",
      "activation_codes",
      "host_sign_ups",
      "invited_classes",
      "school_join_requests",
      "spent_challenges",
      "rate_limits",
    ],
  },
  {
    what: "Consultations d’un compte par l’administration : date, motif et explication",
    whose: "Tout le monde",
    why: "Dire à chaque personne qui a consulté son compte, et pourquoi",
    until: "Un an, et avec le compte",
    source: "RGPD, articles 5, 2 et 32 (responsabilité, sécurité)",
    erasedBy: "access",
    tables: ["account_openings"],
  },
  {
    what: "Journal des accès : numéro de qui agit, acte, numéro de ce qui est concerné, date, réseau. Ni nom, ni contenu",
    whose: "Administrateurs, personnels, employeurs, et qui emporte ses données",
    why: "Pouvoir prouver qui a fait quoi, et que personne ne l’a réécrit",
    until: "12 mois",
    source: "CNIL, délibération n° 2021-122 (journaux)",
    erasedBy: "audit",
    tables: ["audit_entries"],
  },
  {
    what: "Recherches comptées, sans personne ni adresse",
    whose: "Visiteurs",
    why: "Savoir quelles offres manquent",
    until: "12 mois",
    source: "CNIL, délibération n°\u00a02021-122 (journaux)",
    erasedBy: "searches",
    tables: ["search_log"],
  },
  {
    what: "Connexions refusées, comptées par jour, façon d’entrer, raison et établissement, sans personne ni adresse",
    whose: "Tout le monde",
    why: "Voir ce qui empêche d’entrer, et le réparer",
    until: "12 mois",
    source: "CNIL, délibération n°\u00a02021-122 (journaux)",
    erasedBy: "sign_in_failures",
    tables: ["sign_in_failures"],
  },
  {
    what: "Tâches internes qui ont échoué, sans nom ni adresse",
    whose: "Tout le monde",
    why: "Comprendre une panne",
    until: `${FAILED_JOB_DAYS} jours`,
    source: LIMITED,
    erasedBy: "failed_jobs",
    tables: ["outbox_events"],
  },
];
