const RADIANS = Math.PI / 180;
const WORDS_PER_ID = 4;

/**
 * One numbered slot an offer, its values in typed arrays: some 80 bytes each. Slots are never moved nor given to
 * another offer: an offer that closes keeps its slot, empty of traits, until the index is made again.
 */
export class IndexSlots {
  count = 0;
  /** Unit vector from the centre of the Earth: a distance is a few multiplications. */
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  latitude: Float64Array;
  longitude: Float64Array;
  /** Number of the département, as the index counts them. */
  department: Uint8Array;
  /** See index-traits.ts; zero when the offer is closed. */
  traits: Uint16Array;
  /** Microseconds since 1970. */
  publishedAt: Float64Array;
  quality: Uint16Array;
  private ids: Uint32Array;
  /** Open addressing: slot + 1 by a hash of the id, at most half full. */
  private table: Int32Array;

  constructor(capacity = 1024) {
    this.x = new Float64Array(capacity);
    this.y = new Float64Array(capacity);
    this.z = new Float64Array(capacity);
    this.latitude = new Float64Array(capacity);
    this.longitude = new Float64Array(capacity);
    this.department = new Uint8Array(capacity);
    this.traits = new Uint16Array(capacity);
    this.publishedAt = new Float64Array(capacity);
    this.quality = new Uint16Array(capacity);
    this.ids = new Uint32Array(capacity * WORDS_PER_ID);
    this.table = new Int32Array(capacity * 2);
  }

  get capacity(): number {
    return this.traits.length;
  }

  /** A new slot for this offer, which leaves the one it may have had. */
  add(id: string, latitude: number, longitude: number): number {
    if (this.count === this.capacity) this.grow();
    const slot = this.count++;
    this.ids.set(idWords(id), slot * WORDS_PER_ID);
    this.enter(slot);
    this.latitude[slot] = latitude;
    this.longitude[slot] = longitude;
    [this.x[slot], this.y[slot], this.z[slot]] = unitVector(latitude, longitude);
    return slot;
  }

  /** The slot of this offer, -1 when it has none. */
  find(id: string): number {
    const words = idWords(id);
    const slot = this.table[this.place(words)]! - 1;
    return slot;
  }

  id(slot: number): string {
    let hex = "";
    for (let word = 0; word < WORDS_PER_ID; word += 1)
      hex += this.ids[slot * WORDS_PER_ID + word]!.toString(16).padStart(8, "0");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** Order of the ids of two slots, the one that PostgreSQL gives to uuids. */
  compareIds(a: number, b: number): number {
    for (let word = 0; word < WORDS_PER_ID; word += 1) {
      const difference = this.ids[a * WORDS_PER_ID + word]! - this.ids[b * WORDS_PER_ID + word]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  compareIdTo(slot: number, words: readonly number[]): number {
    for (let word = 0; word < WORDS_PER_ID; word += 1) {
      const difference = this.ids[slot * WORDS_PER_ID + word]! - words[word]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private enter(slot: number): void {
    const start = slot * WORDS_PER_ID;
    this.table[this.place([...this.ids.subarray(start, start + WORDS_PER_ID)])] = slot + 1;
  }

  /** Where the table holds this id, or would. */
  private place(words: readonly number[]): number {
    const size = this.table.length;
    const hash = Math.imul(words[3]! ^ Math.imul(words[2]! ^ words[1]!, 0x9e3779b1), 0x85ebca6b) >>> 0;
    for (let at = hash % size; ; at = at + 1 === size ? 0 : at + 1) {
      const held = this.table[at]!;
      if (held === 0 || this.compareIdTo(held - 1, words) === 0) return at;
    }
  }

  private grow(): void {
    const larger = new IndexSlots(this.capacity * 2);
    larger.x.set(this.x);
    larger.y.set(this.y);
    larger.z.set(this.z);
    larger.latitude.set(this.latitude);
    larger.longitude.set(this.longitude);
    larger.department.set(this.department);
    larger.traits.set(this.traits);
    larger.publishedAt.set(this.publishedAt);
    larger.quality.set(this.quality);
    larger.ids.set(this.ids);
    Object.assign(this, larger, { count: this.count });
    // In the order of arrival: an offer that has several slots is found in its last.
    for (let slot = 0; slot < this.count; slot += 1) this.enter(slot);
  }
}

export function unitVector(latitude: number, longitude: number): [number, number, number] {
  const flat = Math.cos(latitude * RADIANS);
  return [
    flat * Math.cos(longitude * RADIANS),
    flat * Math.sin(longitude * RADIANS),
    Math.sin(latitude * RADIANS),
  ];
}

/** The 128 bits of a uuid as four numbers. */
export function idWords(id: string): number[] {
  const hex = id.replaceAll("-", "");
  return [0, 8, 16, 24].map((start) => Number.parseInt(hex.slice(start, start + 8), 16));
}
