import type { Channel } from "#app/domain/outbox/request-delivery.server.ts";
import type { Courier } from "#app/infra/courier.ts";
import type { Env } from "#app/infra/env.server.ts";
import { createMailer } from "#app/infra/mailer.server.ts";
import { createPace, type Wait } from "#app/infra/pace.ts";
import { createSmsFile, type SmsSender } from "#app/infra/sms-sender.server.ts";
import type { Clock } from "#app/kernel/clock.ts";
import { err, ok } from "#app/kernel/result.ts";

export type Couriers = Record<Channel, Courier>;

/** What carries the messages of each channel, no faster than its provider wants. */
export function createCouriers(env: Env, clock: Clock, wait: Wait): Couriers {
  return {
    email: paced(createMailer(env), createPace(env.MAIL_REQUESTS_PER_SECOND, clock, wait)),
    sms: bySms(env.SMS_FILE ? createSmsFile(env.SMS_FILE, clock) : null),
  };
}

function paced(courier: Courier, pace: () => Promise<void>): Courier {
  return {
    ...courier,
    carry: async (key, parcels) => {
      await pace();
      return courier.carry(key, parcels);
    },
  };
}

/** Text messages leave one by one; without a sender they are left for a person to decide. */
function bySms(sender: SmsSender | null): Courier {
  return {
    capacity: 1,
    async carry(key, [parcel]) {
      if (!sender || !parcel) return err({ kind: "refused", reason: "no sender of text messages" });
      const { id } = await sender.send({ to: parcel.recipient, text: parcel.text, key });
      return ok([id]);
    },
  };
}
