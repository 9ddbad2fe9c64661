import type postgres from "postgres";

type Ask = postgres.Sql["unsafe"];

/** What the driver's questions also tell, and its types leave out: `state` is that of the connection that was given it. */
interface Progress {
  executed?: boolean;
  state?: object | null;
}

/**
 * Takes back the questions that wait for a free connection for too long; those that the server has been given are its own to
 * limit. As long as a connection is still to be made, the question may be the one for which it is made, and is left alone.
 */
export function takeBackWaiting(max: number, limitMs: number) {
  const connections = new Set<object>();
  const judge = (question: ReturnType<Ask>) => {
    const { executed, state }: Progress = question as object;
    if (state) connections.add(state);
    else if (executed && connections.size === max) question.cancel();
  };
  return {
    /** One of them has closed: which ones are there is learnt anew. */
    forgetConnections: () => connections.clear(),
    watch:
      (ask: Ask) =>
      (...given: Parameters<Ask>): ReturnType<Ask> => {
        const question = ask(...given);
        setTimeout(() => judge(question), limitMs).unref();
        return question;
      },
  };
}
