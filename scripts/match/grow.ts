/** A column of whole numbers below 2^32 that grows as lines are read: 4 bytes a value. */
export class GrowingColumn {
  length = 0;
  private data = new Uint32Array(1024);

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  values(): Uint32Array {
    return this.data.subarray(0, this.length);
  }
}

/** Names as numbers, in order of appearance. */
export class Names {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a name, a new one if need be. */
  number(name: string): number {
    return this.find(name) ?? this.add(name);
  }

  find(name: string): number | undefined {
    return this.numbers.get(name);
  }

  private add(name: string): number {
    const next = this.list.length;
    this.numbers.set(name, next);
    this.list.push(name);
    return next;
  }
}
