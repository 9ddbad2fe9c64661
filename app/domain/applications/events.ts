export type ApplicationEvent =
  | { type: "application.submitted"; applicationId: string }
  /** The host opened it. */
  | { type: "application.seen"; applicationId: string }
  | { type: "application.declined"; applicationId: string }
  | { type: "application.accepted"; applicationId: string }
  | { type: "application.confirmed"; applicationId: string }
  | { type: "application.withdrawn"; applicationId: string }
  /** A legal representative objected before the confirmation. */
  | { type: "application.objected"; applicationId: string; guardianId: string }
  /** The pupil takes back a withdrawal: the host has it to answer again. */
  | { type: "application.restored"; applicationId: string }
  /** The host takes its acceptance back, or the place already confirmed. */
  | { type: "application.cancelled"; applicationId: string }
  /** The host passed it on to a colleague's offer, where a new application was made of it. */
  | { type: "application.transferred"; applicationId: string; newApplicationId: string }
  /** Another application of the pupil was confirmed for a week that this one asked for. */
  | { type: "application.released"; applicationId: string }
  /** The host did not answer in time. */
  | { type: "application.expired"; applicationId: string }
  /** The pupil did not confirm in time: the place is free again. */
  | { type: "application.lapsed"; applicationId: string };
