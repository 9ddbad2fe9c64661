const NONE = -1;

/**
 * Maximum flow by Dinic (1970): phases of blocking flows on shortest paths, O(V² E), far less on maps.
 * Arc 2i is the i-th arc given, arc 2i + 1 its reverse.
 */
export class MaxFlow {
  private readonly nodeCount: number;
  private readonly start: Uint32Array;
  private readonly arcs: Uint32Array;
  private readonly head: Uint32Array;
  private readonly room: Float64Array;
  private readonly level: Int32Array;
  private readonly queue: Uint32Array;

  constructor(
    nodeCount: number,
    from: ArrayLike<number>,
    to: ArrayLike<number>,
    capacity: ArrayLike<number>,
  ) {
    this.nodeCount = nodeCount;
    const arcCount = 2 * from.length;
    this.head = new Uint32Array(arcCount);
    this.room = new Float64Array(arcCount);
    this.start = new Uint32Array(nodeCount + 1);
    for (let index = 0; index < from.length; index++) {
      this.head[2 * index] = to[index]!;
      this.head[2 * index + 1] = from[index]!;
      this.room[2 * index] = capacity[index]!;
    }
    for (let arc = 0; arc < arcCount; arc++) this.start[this.head[arc ^ 1]! + 1]!++;
    for (let node = 0; node < nodeCount; node++) this.start[node + 1]! += this.start[node]!;
    const cursor = this.start.slice();
    this.arcs = new Uint32Array(arcCount);
    for (let arc = 0; arc < arcCount; arc++) this.arcs[cursor[this.head[arc ^ 1]!]!++] = arc;
    this.level = new Int32Array(nodeCount);
    this.queue = new Uint32Array(nodeCount);
  }

  run(source: number, sink: number): number {
    let total = 0;
    while (this.reach(source, sink)) {
      const next = this.start.slice(0, this.nodeCount);
      for (;;) {
        const pushed = this.augment(source, sink, next);
        if (pushed === 0) break;
        total += pushed;
      }
    }
    return total;
  }

  /** Flow carried by the i-th arc. */
  flow(index: number): number {
    return this.room[2 * index + 1]!;
  }

  /** After `run`: is the node on the source's side of the smallest minimum cut? */
  isShort(node: number): boolean {
    return this.level[node] !== NONE;
  }

  /** Breadth-first levels; they are complete (not cut at the sink) once the flow is maximum. */
  private reach(source: number, sink: number): boolean {
    this.level.fill(NONE);
    this.level[source] = 0;
    this.queue[0] = source;
    for (let head = 0, tail = 1; head < tail; head++) {
      const node = this.queue[head]!;
      for (let index = this.start[node]!; index < this.start[node + 1]!; index++) {
        const arc = this.arcs[index]!;
        const other = this.head[arc]!;
        if (this.room[arc] === 0 || this.level[other] !== NONE) continue;
        this.level[other] = this.level[node]! + 1;
        if (other === sink) return true;
        this.queue[tail++] = other;
      }
    }
    return false;
  }

  /** One path along the levels, without recursion; returns what it carried. */
  private augment(source: number, sink: number, next: Uint32Array): number {
    const path: number[] = [];
    let node = source;
    while (node !== sink) {
      const index = next[node]!;
      if (index === this.start[node + 1]!) {
        if (node === source) return 0;
        this.level[node] = NONE;
        node = this.head[path.pop()! ^ 1]!;
        next[node]!++;
        continue;
      }
      const arc = this.arcs[index]!;
      if (this.room[arc]! > 0 && this.level[this.head[arc]!] === this.level[node]! + 1) {
        path.push(arc);
        node = this.head[arc]!;
      } else next[node]!++;
    }
    let pushed = Infinity;
    for (const arc of path) pushed = Math.min(pushed, this.room[arc]!);
    for (const arc of path) {
      this.room[arc]! -= pushed;
      this.room[arc ^ 1]! += pushed;
    }
    return pushed;
  }
}
