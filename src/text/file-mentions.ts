/**
 * Paths and names with an ending as stack traces and prose have them (`/app/src/queue/worker.ts:12`, `Worker.java`),
 * links, and names of two humps or more (`QueueWorker`, `queue.QueueWorker.run`).
 */
const MENTION =
  /https?:\/\/[^\s)>\]"']{1,300}|(?<![\p{L}\p{N}_@$+~-])[\p{L}\p{N}_@$+~-]{0,80}(?:[./\\]{1,3}[\p{L}\p{N}_@$+~-]{1,80}){1,40}|\p{Lu}[\p{Ll}\p{N}]{1,40}(?:\p{Lu}[\p{Ll}\p{N}]{1,40}){1,20}/gu;

/** All in a text that may name a file, in its order, as often as it is there; what it means the files have to tell. */
export function* fileMentions(text: string): Generator<string> {
  for (const [mention] of text.matchAll(MENTION)) yield mention;
}
