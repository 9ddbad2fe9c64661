import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { LINK_ALWAYS_MINUTES } from "#app/domain/accounts/links/one-time-link.ts";
import { SENDING_LIMITS, type SendingLimit } from "#app/domain/outbox/sending-limits.ts";
import type { Database } from "#db/client.ts";
import { rateLimits } from "#db/schema/index.ts";

const A_DAY = 86_400;

/** Limits as data: what is counted, how many times in how many seconds. A whole school shares one address. */
const LIMITS = {
  /** Sign-ins from one network address. */
  "sign-in-address": { points: 300, duration: 60 },
  /** Sign-ins to one account, right or wrong: what a burst can try before the next limit has counted it. */
  "sign-in-account": { points: 120, duration: 60 },
  /** The same in browsers that have signed in to it before: what others try does not count for them. */
  "sign-in-known": { points: 120, duration: 60 },
  /** Wrong passwords for one account, typed in one network by browsers that never signed in to it. */
  "wrong-password": { points: 10, duration: 900 },
  /** The same from wherever they come: slower, as many networks may guess together. */
  "wrong-password-anywhere": { points: 60, duration: 3600 },
  /** Wrong passwords for one account, typed in a browser that has signed in to it before. */
  "wrong-password-known": { points: 10, duration: 900 },
  /** Times that the owner of an account is told of guesses. */
  "guess-notice": { points: 1, duration: A_DAY },
  /** Second-factor codes tried for one person, over all the sessions that the password can open. */
  "second-factor": { points: 20, duration: 900 },
  /** Wrong codes of cards, or wrong birth dates, typed in one network: a whole school shares it. */
  "activation-network": { points: 200, duration: 600 },
  /** The same for codes that begin alike, from wherever they come. */
  "activation-code": { points: 10, duration: 3600 },
  /** Links sent to the official mailbox of one school. */
  "school-claim": { points: 3, duration: 86_400 },
  /** Invitations sent by one person. */
  "school-invitation": { points: 100, duration: 86_400 },
  /** Departures to a federation from one network address: a whole school shares it. */
  "federation-address": { points: 600, duration: 600 },
  /** Accounts asked for from one network address. */
  "sign-up-address": { points: 20, duration: 600 },
  /** Changes of address asked for by one person: each sends two messages. */
  "email-change": { points: 10, duration: A_DAY },
  /** Links asked for from one network address: a whole school shares it. */
  "link-address": { points: 60, duration: 600 },
  /** Links asked for to be sent to one address: each is a message that someone pays for. */
  "link-recipient": { points: 5, duration: 3600 },
  /** The same in a day. */
  "link-recipient-day": { points: 12, duration: A_DAY },
  /** Beyond both, one that lives as long as the wait for the next: whoever asks in the place of the owner never shuts them out. */
  "link-recipient-always": { points: 1, duration: LINK_ALWAYS_MINUTES * 60 },
  /** Times that a link which is over is sent again. */
  "link-renewal": { points: 3, duration: 86_400 },
  /** Presses on one link: to use it, to choose a password, to have it sent again. */
  "link-press": { points: 20, duration: 600 },
  /** Codes asked for by one legal representative: each is a message that someone pays for. */
  "guardian-code": { points: 6, duration: 3600 },
  /** Links that a school sends to one legal representative. */
  "guardian-link": { points: 5, duration: 3600 },
  /** Times that a school corrects the address of one person and has the lost messages sent again. */
  "address-correction": { points: 5, duration: 3600 },
  /** Codes tried for one legal representative, over all those asked for. */
  "guardian-code-try": { points: 20, duration: 3600 },
  /** Writes through one representative's link. */
  "write-guardian": { points: 30, duration: 60 },
  /** Writes through the link sent to the host of one stay. */
  "write-supervisor": { points: 30, duration: 60 },
  /** Writes through the link sent to the host of one internship found elsewhere. */
  "write-found": { points: 30, duration: 60 },
  /** Links that a school sends again, or replaces, for one stay. */
  "supervisor-link": { points: 5, duration: 3600 },
  /** Presses of one message's link to refuse such messages. */
  "unsubscribe-link": { points: 30, duration: 60 },
  /** Presses of the link that stops one alert. */
  "alert-link": { points: 30, duration: 60 },
  /** Presses of the link by which one adult says that they have read a request for help. */
  "help-link": { points: 30, duration: 60 },
  /** Archives of what is known about them that one person downloads. */
  "own-data-archive": { points: 10, duration: 3600 },
  /** Writes by one person. */
  "write-person": { points: 120, duration: 60 },
} as const;

export type LimitName = keyof typeof LIMITS | SendingLimit;

const ALL_LIMITS = [
  ...Object.entries(LIMITS),
  ...Object.entries(SENDING_LIMITS).map(([name, points]) => [name, { points, duration: A_DAY }] as const),
];

export interface RateLimits {
  /** Counts one attempt; null when it may go on, else the seconds to wait. */
  consume(limit: LimitName, key: string): Promise<number | null>;
  /** Takes back one attempt that was counted. */
  giveBack(limit: LimitName, key: string): Promise<void>;
  /** Forgets the attempts, after a success. */
  forget(limit: LimitName, key: string): Promise<void>;
}

export function createRateLimits(db: Database): RateLimits {
  const limiters = Object.fromEntries(
    ALL_LIMITS.map(([name, limit]) => [
      name,
      new RateLimiterDrizzle({
        storeClient: db,
        schema: rateLimits,
        keyPrefix: name,
        clearExpiredByTimeout: false,
        ...limit,
      }),
    ]),
  ) as Record<LimitName, RateLimiterDrizzle>;
  return {
    async consume(limit, key) {
      try {
        await limiters[limit].consume(key);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return secondsLeft(refusal);
        throw refusal;
      }
    },
    async giveBack(limit, key) {
      await limiters[limit].reward(key);
    },
    async forget(limit, key) {
      await limiters[limit].delete(key);
    },
  };
}

function secondsLeft({ msBeforeNext }: RateLimiterRes): number {
  return Math.ceil(msBeforeNext / 1000);
}
