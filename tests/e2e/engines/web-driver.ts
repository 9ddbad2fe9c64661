/** What names an element in the commands of WebDriver, by the standard. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

export type ElementRef = Record<typeof ELEMENT, string>;
export const idOf = (element: ElementRef): string => element[ELEMENT];
export const refTo = (id: string): ElementRef => ({ [ELEMENT]: id });

/** The commands of WebDriver that a visitor needs; each engine hears them over a wire of its own. */
export interface WebDriver {
  navigate(url: string): Promise<void>;
  /** Runs the body of a function in the page, with its arguments, and waits for its promise. */
  run<Value>(body: string, ...args: unknown[]): Promise<Value>;
  /** A press where the element lies: refused when something covers it. */
  click(element: ElementRef): Promise<void>;
  type(element: ElementRef, text: string): Promise<void>;
  clear(element: ElementRef): Promise<void>;
  close(): Promise<void>;
}

/** Phones of 360 CSS pixels, the narrowest that pages are drawn for. */
export const SCREEN = { width: 360, height: 740 } as const;
