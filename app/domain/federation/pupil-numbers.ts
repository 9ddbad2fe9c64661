/** Makes of a pupil's national number (INE) what may be kept: the same for the same number, and worth nothing without our key. */
export interface PupilNumbers {
  hash(nationalNumber: string): string;
}
