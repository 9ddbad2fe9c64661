import { normaliseText } from "#app/kernel/text.ts";

/**
 * Words by which teenagers mean a family of trades, for when no offer holds them: what they watch, like or heard of, the
 * people and places of a trade, as they say them. By family; compared without accent, in the singular or the plural.
 */
const WORDS_OF_FAMILIES: Record<string, string> = {
  sante: `médecin docteur toubib généraliste chirurgien chirurgie dentiste dents sage-femme bébé naissance accouchement
    psychologue psy psychiatre opticien lunettes ambulance ambulancier urgences samu hôpital clinique soins soigner infirmier
    infirmière kiné ostéo podologue pédiatre pharmacien médicament maladie malade corps santé médical blouse radiologue
    cardiologue orthophoniste diététicien nutritionniste vétérinaire véto aide-soignant ongles maquillage maquilleuse
    esthéticienne beauté massage`,
  "education-solidarite": `maternelle école prof professeur instituteur maîtresse enseignant enfant enfants ado collège
    collégien crèche nounou babysitting éducateur aesh cpe surveillant handicap sourd aveugle social solidarité humanitaire
    réfugié pauvreté bénévole bénévolat association ong colo animateur bafa seniors vieux mamie ehpad aider`,
  "nature-energie": `animal animaux chien chat cheval chevaux poney vache mouton chèvre poule ferme fermier agriculteur éleveur
    soigneur zoo refuge insecte abeille apiculteur oiseau poisson mer océan plage montagne forêt arbre plante fleur jardin
    jardinier paysagiste potager légume fruit vigne vin nature dehors écologie écolo planète climat réchauffement recyclage
    déchet énergie solaire éolienne nucléaire électricité eau rivière tracteur biodiversité`,
  batiment: `maison construire construction chantier maçon maçonnerie peintre peinture plombier plomberie chauffagiste
    électricien menuisier charpentier couvreur toit carreleur carrelage architecte archi plan immeuble pont bulldozer grue
    béton verre bois meuble parquet urbanisme ville décoration intérieur`,
  "industrie-sciences": `usine machine robot robotique ingénieur scientifique savant chercheur science sciences labo expérience
    chimie chimiste physique maths mathématiques biologie espace fusée spatial nasa astronaute astronomie astronome planètes
    avion hélicoptère aéronautique drone soudeur soudure métal électronique mécanique invention inventeur bateau`,
  transports: `voiture auto bagnole moto scooter camion camionneur routier bus conducteur chauffeur taxi train sncf métro tram
    pilote aéroport garage garagiste mécano mécanicien carrosserie formule f1 pneu livraison livreur colis amazon entrepôt
    logistique poste facteur conduire permis`,
  numerique: `ordinateur ordi ordis pc informatique internet web site code coder codage programmer programmation python
    développeur dev application appli logiciel geek hacker hacking cyber cybersécurité intelligence artificielle ia chatgpt
    data algorithme jeu jeux gaming gamer manette console playstation fortnite minecraft roblox esport streamer twitch
    réseau serveur téléphone smartphone`,
  medias: `journaliste journal presse reporter radio podcast télé télévision tv actualité youtube youtubeur tiktok tik tok
    instagram insta snap influenceur influenceuse réseaux sociaux communication com pub publicité marketing vidéo film
    cinéma cameraman réalisateur acteur montage photo photographe anglais espagnol langue langues traducteur interprète
    événement`,
  culture: `musique musicien chanteur chanteuse chanter rap rappeur concert guitare piano dj danse danseur danseuse théâtre
    comédien comédienne spectacle cirque festival musée histoire archéologie archéologue égypte dinosaure château livre
    lecture lire écrire écrivain roman manga bibliothèque librairie bd opéra patrimoine`,
  creation: `dessin dessiner dessinateur art artiste peindre sculpture design designer graphisme graphiste mode styliste couture
    couturière vêtement vêtements fringues sneakers bijou bijoux bijoutier poterie céramique tatouage tatoueur artisanat
    création créatif créer illustration`,
  commerce: `vendre vente vendeur vendeuse magasin boutique commerce commerçant supermarché caisse caissière shopping fleuriste
    immobilier agence boulanger boulangère boucher pharmacie luxe parfum coiffeur coiffeuse coiffure commercial`,
  gestion: `argent riche banque banquier finance finances bourse trader trading crypto bitcoin comptable comptabilité compta
    assurance patron entrepreneur entreprise chef business bureau secrétaire secrétariat gestion management manager rh
    recrutement économie eco`,
  "tourisme-sport": `sport sportif foot football footballeur basket basketteur rugby tennis natation nageur piscine boxe judo
    muscu fitness coach arbitre ski surf équitation vélo course stade gym gymnastique handball volley cuisine cuisiner
    cuisinier chef restaurant resto serveur pâtissier pâtisserie boulangerie manger nourriture gâteau hôtel voyage voyager
    voyages tourisme vacances camping hôtesse guide`,
  "droit-securite": `police policier flic enquête enquêteur gendarme gendarmerie pompier armée militaire soldat guerre sécurité
    vigile prison surveillant avocat avocate juge justice droit loi lois procès tribunal crime criminologie notaire mairie
    maire politique président député douane douanier espion détective`,
};

const FAMILY_OF = new Map<string, string>();
for (const [family, words] of Object.entries(WORDS_OF_FAMILIES))
  for (const word of words.split(/\s+/)) {
    const plain = normaliseText(word);
    // A word of two families means the one that is told first.
    if (!FAMILY_OF.has(plain)) FAMILY_OF.set(plain, family);
  }

/** The family that these words mean, by the first of them that means one; null when none does. */
export function familyMeant(typed: string): string | null {
  const words = normaliseText(typed).split(" ");
  const pairs = words.flatMap((word, at) => [`${word} ${words[at + 1] ?? ""}`, word]);
  for (const one of pairs) {
    const family = FAMILY_OF.get(one.trim()) ?? FAMILY_OF.get(one.trim().replace(/[sx]$/, ""));
    if (family) return family;
  }
  return null;
}
