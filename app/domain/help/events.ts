/** A pupil asks the adults of the school for help; what was written stays in the request itself. */
export interface HelpEvent {
  type: "help.requested";
  helpRequestId: string;
}
