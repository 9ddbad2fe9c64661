/** What the office and the head of a school decide. */
export interface SchoolSettings {
  uai: string;
  name: string;
  /** Representatives are told of each application, whatever the pupil's age. */
  informsGuardians: boolean;
}
