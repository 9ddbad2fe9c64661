export interface SchoolClass {
  id: string;
  name: string;
  /** Those that the school expects; null where it has not said. */
  headCount: number | null;
  pupils: number;
  /** Of which with a way to sign in. */
  activated: number;
}

export interface SchoolClasses {
  uai: string;
  name: string;
  classes: SchoolClass[];
}
