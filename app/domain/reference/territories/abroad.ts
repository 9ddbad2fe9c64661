import { canonicalPlace } from "#app/domain/reference/place-text.ts";

/**
 * Countries and towns out of France, as French people write them: the neighbours' towns, the capitals, the large cities.
 * No French name that merely looks like one of them is taken for it.
 */
const ABROAD = `
Allemagne|Belgique|Luxembourg|Suisse|Italie|Espagne|Andorre|Monaco|Royaume-Uni|Angleterre|Écosse|Pays de Galles|Irlande|
Irlande du Nord|Grande-Bretagne|Pays-Bas|Hollande|Portugal|Autriche|Danemark|Suède|Norvège|Finlande|Islande|Pologne|
Tchéquie|République tchèque|Slovaquie|Hongrie|Slovénie|Croatie|Bosnie|Serbie|Monténégro|Kosovo|Albanie|Macédoine|Grèce|
Bulgarie|Roumanie|Moldavie|Ukraine|Biélorussie|Russie|Lituanie|Lettonie|Estonie|Malte|Chypre|Turquie|Géorgie|Arménie|
Azerbaïdjan|Maroc|Algérie|Tunisie|Libye|Égypte|Mauritanie|Mali|Sénégal|Gambie|Guinée|Guinée-Bissau|Sierra Leone|Liberia|
Côte d'Ivoire|Burkina Faso|Ghana|Togo|Bénin|Niger|Nigeria|Cameroun|Gabon|Congo|République démocratique du Congo|
République du Congo|Centrafrique|Tchad|Soudan|Éthiopie|Érythrée|Djibouti|Somalie|Kenya|Ouganda|Rwanda|Burundi|Tanzanie|
Mozambique|Zambie|Zimbabwe|Angola|Namibie|Botswana|Afrique du Sud|Madagascar|Maurice|Île Maurice|Comores|Seychelles|
Cap-Vert|Liban|Syrie|Israël|Palestine|Jordanie|Irak|Iran|Arabie saoudite|Qatar|Koweït|Bahreïn|Émirats arabes unis|Oman|
Yémen|Afghanistan|Pakistan|Inde|Bangladesh|Sri Lanka|Népal|Chine|Mongolie|Japon|Corée|Corée du Sud|Corée du Nord|Taïwan|
Vietnam|Laos|Cambodge|Thaïlande|Birmanie|Malaisie|Singapour|Indonésie|Philippines|Australie|Nouvelle-Zélande|Vanuatu|
Fidji|Canada|Québec|États-Unis|USA|Mexique|Guatemala|Honduras|Nicaragua|Costa Rica|Panama|Cuba|Haïti|
République dominicaine|Jamaïque|Dominique|Sainte-Lucie|Trinité|Barbade|Colombie|Venezuela|Guyana|Suriname|Brésil|Équateur|
Pérou|Bolivie|Paraguay|Uruguay|Chili|Argentine|Europe|Afrique|Asie|Amérique|Étranger|À l'étranger|Jersey|Guernesey|
Bruxelles|Brussels|Liège|Namur|Charleroi|Mons|Tournai|Mouscron|Courtrai|Gand|Bruges|Anvers|Louvain|Louvain-la-Neuve|
Arlon|Bastogne|Dinant|Ypres|Ostende|Wallonie|Flandre|Esch-sur-Alzette|Genève|Geneva|Lausanne|Berne|Bâle|Zurich|Fribourg|
Neuchâtel|La Chaux-de-Fonds|Sion|Martigny|Montreux|Vevey|Nyon|Yverdon|Lucerne|Lugano|Delémont|Porrentruy|Turin|Torino|
Milan|Milano|Gênes|Genova|Vintimille|Sanremo|San Remo|Imperia|Aoste|Rome|Roma|Naples|Florence|Venise|Vérone|Bologne|Pise|
Sienne|Palerme|Sardaigne|Sicile|Toscane|Barcelone|Barcelona|Madrid|Gérone|Figueras|Saint-Sébastien|San Sebastian|Irun|
Bilbao|Pampelune|Saragosse|Valence Espagne|Séville|Malaga|Grenade|Cordoue|Lérida|Majorque|Ibiza|Catalogne|Andorre-la-Vieille|
Lisbonne|Porto|Braga|Londres|London|Manchester|Liverpool|Birmingham|Bristol|Brighton|Oxford|Cambridge|Douvres|Édimbourg|
Glasgow|Cardiff|Dublin|Cork|Belfast|Berlin|Munich|München|Hambourg|Cologne|Francfort|Stuttgart|Düsseldorf|Dortmund|Bonn|
Leipzig|Dresde|Hanovre|Nuremberg|Brême|Sarrebruck|Saarbrücken|Kehl|Karlsruhe|Fribourg-en-Brisgau|Freiburg|Offenbourg|Trèves|
Mannheim|Heidelberg|Baden-Baden|Mayence|Amsterdam|Rotterdam|La Haye|Utrecht|Maastricht|Eindhoven|Vienne Autriche|Salzbourg|
Innsbruck|Copenhague|Stockholm|Göteborg|Oslo|Bergen|Helsinki|Reykjavik|Varsovie|Cracovie|Prague|Bratislava|Budapest|
Ljubljana|Zagreb|Sarajevo|Belgrade|Tirana|Skopje|Athènes|Thessalonique|Sofia|Bucarest|Chisinau|Kiev|Kyiv|Odessa|Minsk|
Moscou|Saint-Pétersbourg|Vilnius|Riga|Tallinn|La Valette|Nicosie|Istanbul|Ankara|Tbilissi|Erevan|Bakou|Rabat|Casablanca|
Marrakech|Tanger|Fès|Agadir|Alger|Oran|Constantine|Annaba|Tunis|Sfax|Sousse|Tripoli|Le Caire Égypte|Alexandrie|Nouakchott|
Bamako|Dakar|Conakry|Abidjan|Yamoussoukro|Ouagadougou|Accra|Lomé|Cotonou|Porto-Novo|Niamey|Lagos|Abuja|Yaoundé|Douala|
Libreville|Brazzaville|Kinshasa|Bangui|N'Djamena|Khartoum|Addis-Abeba|Nairobi|Kampala|Kigali|Antananarivo|Tananarive|
Port-Louis Maurice|Moroni|Johannesburg|Le Cap|Pretoria|Beyrouth|Damas|Jérusalem|Tel-Aviv|Amman|Bagdad|Téhéran|Riyad|Doha|
Dubaï|Abou Dabi|Kaboul|Islamabad|Karachi|New Delhi|Delhi|Bombay|Mumbai|Calcutta|Pondichéry|Katmandou|Colombo|Pékin|Shanghai|
Hong Kong|Macao|Tokyo|Osaka|Kyoto|Séoul|Taipei|Hanoï|Saïgon|Hô Chi Minh-Ville|Phnom Penh|Vientiane|Bangkok|Kuala Lumpur|
Jakarta|Bali|Manille|Sydney|Melbourne|Brisbane|Auckland|Wellington|Port-Vila|Montréal|Ottawa|Toronto|Vancouver|Québec ville|
New York|Washington|Boston|Chicago|Los Angeles|San Francisco|Miami|La Nouvelle-Orléans|Houston|Seattle|Mexico|La Havane|
Port-au-Prince|Saint-Domingue|Kingston|Bogota|Caracas|Georgetown|Paramaribo|Brasilia|Rio de Janeiro|São Paulo|Quito|Lima|
La Paz|Santiago|Santiago du Chili|Buenos Aires|Montevideo|Asuncion`;

const abroad = new Set(
  ABROAD.split("|")
    .map((name) => canonicalPlace(name))
    .filter(Boolean),
);

/** Whether a place out of France was typed, alone or after its town: "Bruxelles", "Gand, Belgique". */
export function isAbroad(canonical: string): boolean {
  return abroad.has(canonical);
}
