/** Names in everyday use that no commune bears, with the INSEE code of the commune that stands for them. */
export const placeAliases: readonly (readonly [name: string, inseeCode: string])[] = [
  ["Cergy-Pontoise", "95127"],
  ["La Défense", "92062"],
  ["Marne-la-Vallée", "77468"],
  ["Saint-Quentin-en-Yvelines", "78423"],
  ["Sophia Antipolis", "06152"],
  ["Évry", "91228"],
  ["Disneyland", "77111"],
  ["Plateau de Saclay", "91272"],
  ["Saint-Gilles-les-Bains", "97415"],
  ["Saint-Denis de la Réunion", "97411"],
  ["Saint-Denis Réunion", "97411"],
  ["Plaine des Cafres", "97422"],
  ["Pierrefitte-sur-Seine", "93066"],
];
