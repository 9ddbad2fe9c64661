import type {
  MessageProvider,
  MessageProviders,
} from "#app/domain/notifications/delivery/message-provider.ts";
import type { Env } from "./env.server.ts";
import { createMailer } from "./mailer.server.ts";
import { createPace, type Wait } from "./pace.ts";
import { createSmsFile, type SmsSender } from "./sms-sender.server.ts";
import type { Clock } from "#app/kernel/clock.ts";
import { err, ok } from "#app/kernel/result.ts";

/** The provider of each channel, asked no faster than it wants. */
export function createMessageProviders(env: Env, clock: Clock, wait: Wait): MessageProviders {
  return {
    email: paced(createMailer(env), createPace(env.MAIL_REQUESTS_PER_SECOND, clock, wait)),
    sms: bySms(env.SMS_FILE ? createSmsFile(env.SMS_FILE, clock) : null),
  };
}

function paced(provider: MessageProvider, pace: () => Promise<void>): MessageProvider {
  return {
    ...provider,
    send: async (key, messages) => {
      await pace();
      return provider.send(key, messages);
    },
  };
}

/** Text messages leave one by one; without a sender they are left for a person to decide. */
function bySms(sender: SmsSender | null): MessageProvider {
  return {
    maxBatchSize: 1,
    async send(key, [message]) {
      if (!sender || !message) return err({ kind: "refused", reason: "no sender of text messages" });
      const { id } = await sender.send({ to: message.recipient, text: message.text, key });
      return ok([id]);
    },
  };
}
