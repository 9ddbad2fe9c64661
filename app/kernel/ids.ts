import { v7, validate } from "uuid";

/** A time-ordered identifier (UUIDv7): new rows land at the end of their index. */
export function newId(): string {
  return v7();
}

export function isId(value: string | undefined): value is string {
  return value !== undefined && validate(value);
}
