/** Nobody is kept waiting behind so many: whoever comes now is told to come back. */
export class QueueFull extends Error {}

interface Bounds {
  atOnce: number;
  mostWaiting: number;
}

/** Does so many things at once, keeps so many waiting in the order in which they came, and refuses those beyond at once. */
export function createBoundedQueue({ atOnce, mostWaiting }: Bounds) {
  const waiting: (() => void)[] = [];
  let underWay = 0;

  return async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (underWay < atOnce) underWay += 1;
    else if (waiting.length >= mostWaiting) throw new QueueFull();
    else await new Promise<void>((go) => void waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever comes next takes the place that is left.
      if (next) next();
      else underWay -= 1;
    }
  };
}
