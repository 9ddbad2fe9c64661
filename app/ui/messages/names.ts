/** Names whose h is silent in French: "Candidature d’Hélène", but "de Hakim". */
const SILENT_H = /^h(?:el|en|erv|il|ip|on|or|ub|ug|yac)/;

/** "d’Inès", "de Léa": the name after "de". */
export function ofName(name: string): string {
  const start = name
    .trim()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
  return /^(?:[aeiouœæ]|y[^aeiou])/.test(start) || SILENT_H.test(start) ? `d’${name}` : `de ${name}`;
}

/** "Convention d’Inès Martin" */
export function agreementTitle({ pupil }: { pupil: { firstName: string; lastName: string } }): string {
  return `Convention ${ofName(`${pupil.firstName} ${pupil.lastName}`)}`;
}
