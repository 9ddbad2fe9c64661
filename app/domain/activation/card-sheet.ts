/** A square that telephones read, as the path of an SVG of `size` on a side. */
interface Square {
  size: number;
  path: string;
}

/** One card: the pupil's first name and initial, no more than tells classmates apart. */
export interface SheetCard {
  name: string;
  /** In groups, as it is to be typed. */
  code: string;
  /** What signs in already, of a pupil who has an account. */
  signInName: string | null;
}

/** Cards to be cut out of sheets of A4. */
export interface CardSheet {
  title: string;
  /** The class and its school. */
  place: string;
  /** Of the activation page, as it is typed; the square leads there too, never with a code. */
  address: string;
  square: Square;
  /** "valable jusqu’au 28 juin 2027 inclus" */
  until: string;
  cards: SheetCard[];
  createdAt: Date;
}

/** Port of the adapter that prints it as a PDF file. */
export interface CardSheetPrinter {
  printCards(sheet: CardSheet): Promise<Uint8Array>;
}
