import { z } from "zod";

/** One message by its identifier, or all those seen up to an instant. */
export const readNotificationsSchema = z.union([
  z.object({ messageId: z.uuid() }),
  z.object({ until: z.iso.datetime().transform((instant) => new Date(instant)) }),
]);
