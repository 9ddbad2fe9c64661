import { describe, expect, it } from "vitest";
import { findContactSigns } from "#app/domain/offers/moderation/contact-signs.server.ts";
import type { ContactSign } from "#app/domain/offers/moderation/hold.ts";
import { offerTextFor } from "#db/seed/offer-texts.ts";

const SECTORS = Array.from({ length: 51 }, (_, place) => `s${place + 1}`);
const VARIANTS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const signsOf = (text: string) => findContactSigns(text).map(({ sign }) => sign);

const HELD: Record<ContactSign, string[]> = {
  link: [
    "Voir https://exemple.test/stage",
    "Tout est sur WWW.atelier-du-port.fr",
    "Inscription : atelier-du-port . fr",
    "atelier-du-port(point)fr",
    "Notre site : menuiserie point fr",
    "Remplis le formulaire bit.ly/3xYz",
    "Rejoins-nous : t.me/atelier",
    "ｗｗｗ．atelier．ｆｒ",
  ],
  email: [
    "Écrire à claude@atelier.test",
    "claude @ atelier . fr",
    "claude arobase atelier point fr",
    "claude (at) atelier.fr",
    "claude[arobase]atelier",
    "Claude.Morel＠atelier.fr",
    "cl\u200baude@ate\u00adlier.fr",
  ],
  phone: [
    "Appelle le 06 12 34 56 78",
    "06 . 12 . 34 . 56 . 78",
    "0612345678",
    "06-12-34-56-78 le soir",
    "o6 12 34 56 78",
    "(0)6 12 34 56 78",
    "+33 6 12 34 56 78",
    "0033 (0)6 12 34 56 78",
    "06/12/34/56/78",
    "zéro six douze trente-quatre cinquante-six soixante-dix-huit",
    "06 douze 34 cinquante-six 78",
    "02 99 00 12 34 à l’accueil",
    "+44 20 7946 0958",
    "０６ １２ ３４ ５６ ７８",
    "06 12\n34 56\n78",
  ],
  messenger: [
    "Contacte-moi sur WhatsApp",
    "snap : lea_du_port",
    "mon Snapchat",
    "sn@p leo35",
    "s.n.a.p leo35",
    "i n s t a : atelier",
    "inst4gram",
    "on se parle sur Telegram",
    "le discord de l’équipe",
    "ajoute @atelier.port",
    "whats app",
    "wathsapp",
    "ig: atelier",
    "ｓｎａｐ : leo",
  ],
};

const cases = Object.entries(HELD).flatMap(([sign, texts]) => texts.map((text) => [sign, text] as const));

describe("a text meant for minors", () => {
  it.each(cases)("is held for a way out of the service (%s): %s", (sign, text) => {
    expect(signsOf(text)).toContain(sign);
  });

  it.each([
    "Accueil à 9 h 30, déjeuner de 12 h 00 à 13 h 30, du lundi au vendredi.",
    "Du 17/06/2027 au 28/06/2027, puis les 01/07 et 02/07.",
    "Nous sommes 12 personnes, dont 6 en atelier, sur 1 200 m² depuis 1998.",
    "SIRET 804 123 456 00017, code 0612",
    "Deux semaines, six métiers, sept ateliers : zéro déchet !",
    "Participer au point com de l’équipe et à notre point com du lundi.",
    "Installation, instantanés, discorde, télégramme et snapshots : le vocabulaire du métier.",
    "L’équipe de l’atelier. Franchement passionnante. Comment ? En observant.",
    "Numéros utiles : 3018, 119. Bus 12, 34 et 56, arrêt 7.",
    "Apporte ton repas (micro-ondes). Prix : 4,50 euros.",
    "Le signal est donné, on observe la ligne 06 puis la 12.",
  ])("is not held for: %s", (text) => {
    expect(signsOf(text)).toEqual([]);
  });

  it("is not held when it is one of the demonstration's", () => {
    const texts = SECTORS.flatMap((sector) => VARIANTS.map((variant) => offerTextFor(sector, variant)));
    const flagged = texts
      .flatMap(({ title, description, activities }) => [title, description, activities])
      .filter((text) => signsOf(text).length > 0);
    expect(flagged).toEqual([]);
  });

  it("quotes the passage, whatever its length", () => {
    expect(findContactSigns("Appelle-nous au 06 . 12 . 34 . 56 . 78 !")).toEqual([
      { sign: "phone", words: "06 . 12 . 34 . 56 . 78" },
    ]);
    const long = `https:${"a".repeat(5000)}`;
    expect(findContactSigns(long)[0]?.words.length).toBeLessThanOrEqual(80);
  });

  it("is read within a moment, however it is made", () => {
    const hostile = [
      "0 ".repeat(2000),
      "a-".repeat(2000),
      "s n a ".repeat(700),
      "@".repeat(4000),
      "1.".repeat(2000),
    ];
    const start = performance.now();
    for (const text of hostile) findContactSigns(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
