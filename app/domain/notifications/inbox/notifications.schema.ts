import { z } from "zod";
import { TOPICS } from "#app/domain/notifications/topics.ts";

/** One message by its identifier, or all those seen up to an instant. */
export const readNotificationsSchema = z.union([
  z.object({ messageId: z.guid() }),
  z.object({ until: z.iso.datetime().transform((instant) => new Date(instant)) }),
]);

/** The optional topics that an address gets by e-mail. */
export const mailTopicsSchema = z.object({ topics: z.array(z.enum(TOPICS)) });
