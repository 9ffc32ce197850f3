/** No line ever holds a text that was sent, nor what a server said. */
export interface ModelLog {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
}
