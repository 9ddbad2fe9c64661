import type { CodeDestination } from "./guardian-access.ts";

/** A representative as those who follow the class see them. */
export interface ClassGuardian {
  id: string;
  name: string;
  pupilId: string;
  pupilName: string;
  /** Where a link would go; null when the school knows no way to write. */
  destination: CodeDestination;
  /** The address takes no mail any more. */
  isLost: boolean;
}
