/** The first few of many slots in an order by key, then by id: the best so far, kept sorted. */
export class FirstSlots {
  private readonly limit: number;
  /** Below 0 when the first comes before, for slots of the same key. */
  private readonly compare: (a: number, b: number) => number;
  readonly keys: Float64Array;
  readonly slots: Int32Array;
  size = 0;

  constructor(limit: number, compare: (a: number, b: number) => number) {
    this.limit = limit;
    this.compare = compare;
    this.keys = new Float64Array(limit);
    this.slots = new Int32Array(limit);
  }

  /** No slot with a larger key can enter any more. */
  get bound(): number {
    return this.size === this.limit ? this.keys[this.limit - 1]! : Number.POSITIVE_INFINITY;
  }

  offer(key: number, slot: number): void {
    if (this.size === this.limit && !this.isBefore(key, slot, this.limit - 1)) return;
    let at = this.size < this.limit ? this.size++ : this.limit - 1;
    for (; at > 0 && this.isBefore(key, slot, at - 1); at -= 1) {
      this.keys[at] = this.keys[at - 1]!;
      this.slots[at] = this.slots[at - 1]!;
    }
    this.keys[at] = key;
    this.slots[at] = slot;
  }

  private isBefore(key: number, slot: number, at: number): boolean {
    return key < this.keys[at]! || (key === this.keys[at] && this.compare(slot, this.slots[at]!) < 0);
  }
}
